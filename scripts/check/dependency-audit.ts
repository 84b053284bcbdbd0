import { runProgram } from "@/scripts/setup/run-program";

/** Advisories that we have assessed and accept: the id, and why it cannot hurt us. It should be empty. */
export const acceptedAdvisories = new Map<string, string>();

export type AuditResult =
  | { status: "clean" }
  | { status: "found"; found: string[] }
  | { status: "not done"; why: string };

type Advisory = { title?: string; url?: string; severity?: string };
type AuditOutput = {
  vulnerabilities?: Record<string, { via?: (Advisory | string)[] }>;
  metadata?: { vulnerabilities?: object };
  message?: string;
};

/**
 * What npm reports about our packages: anything high or critical that is not accepted is found. An
 * answer that is none (a registry without audits, no network) is distinguished from a clean one.
 */
export function parseAudit(output: string): AuditResult {
  const begin = output.indexOf("{");
  let report: AuditOutput;
  try {
    report = JSON.parse(output.slice(begin, output.lastIndexOf("}") + 1));
  } catch {
    return { status: "not done", why: output.trim().split("\n")[0] || "npm said nothing" };
  }
  if (!report.metadata?.vulnerabilities)
    return { status: "not done", why: report.message ?? "the registry did not answer" };
  const found = Object.entries(report.vulnerabilities ?? {}).flatMap(([name, { via = [] }]) =>
    via.flatMap((one) => {
      if (typeof one === "string" || !/^(high|critical)$/.test(one.severity ?? "")) return [];
      const id = one.url?.split("/").at(-1) ?? "";
      return acceptedAdvisories.has(id) ? [] : [`${name}: ${one.title} (${one.severity}, ${one.url})`];
    }),
  );
  return found.length > 0 ? { status: "found", found: [...new Set(found)] } : { status: "clean" };
}

/** Asks the registry about our packages. Ten seconds at most; nothing is installed or changed. */
export async function auditDependencies(): Promise<AuditResult> {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith(".js")) return { status: "not done", why: "not run by npm" };
  const limits = ["--fetch-timeout=8000", "--fetch-retries=0", "--loglevel=silent"];
  const { output } = await runProgram([npm, "audit", "--json", ...limits]);
  return parseAudit(output);
}

/**
 * Prints what was found, in a line or more.
 * @param isRequired whether an audit that could not be done is a failure: AUDIT=required, where releases are made
 * @returns whether it passed
 */
export function reportAudit(result: AuditResult, isRequired = process.env.AUDIT === "required"): boolean {
  if (result.status === "clean") process.stdout.write("ok     no known hole in a package\n");
  if (result.status === "found") process.stdout.write(`FAILED holes in packages:\n  ${result.found.join("\n  ")}\n\n`);
  if (result.status === "not done")
    process.stdout.write(
      `${isRequired ? "FAILED" : "NOT DONE"} dependency audit: ${result.why}. Nothing is known of holes in packages.\n`,
    );
  return result.status === "clean" || (result.status === "not done" && !isRequired);
}
