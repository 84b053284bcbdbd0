import { run } from "@/scripts/setup/run-program";

/** Advisories that we looked at and live with: the id, and why it cannot hurt us. Empty is how it should be. */
export const accepted = new Map<string, string>();

export type Audit = { is: "clean" } | { is: "found"; found: string[] } | { is: "not done"; why: string };

type Advisory = { title?: string; url?: string; severity?: string };
type Answer = {
  vulnerabilities?: Record<string, { via?: (Advisory | string)[] }>;
  metadata?: { vulnerabilities?: object };
  message?: string;
};

/**
 * What npm's answer says of our packages: anything high or critical that is not accepted is found. An
 * answer that is none (a registry without audits, no network) is told apart from a clean one.
 */
export function judge(output: string): Audit {
  const begin = output.indexOf("{");
  let answer: Answer;
  try {
    answer = JSON.parse(output.slice(begin, output.lastIndexOf("}") + 1));
  } catch {
    return { is: "not done", why: output.trim().split("\n")[0] || "npm said nothing" };
  }
  if (!answer.metadata?.vulnerabilities)
    return { is: "not done", why: answer.message ?? "the registry did not answer" };
  const found = Object.entries(answer.vulnerabilities ?? {}).flatMap(([name, { via = [] }]) =>
    via.flatMap((one) => {
      if (typeof one === "string" || !/^(high|critical)$/.test(one.severity ?? "")) return [];
      const id = one.url?.split("/").at(-1) ?? "";
      return accepted.has(id) ? [] : [`${name}: ${one.title} (${one.severity}, ${one.url})`];
    }),
  );
  return found.length > 0 ? { is: "found", found: [...new Set(found)] } : { is: "clean" };
}

/** Asks the registry about our packages. Ten seconds at most; nothing is installed or changed. */
export async function audit(): Promise<Audit> {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith(".js")) return { is: "not done", why: "not run by npm" };
  const limits = ["--fetch-timeout=8000", "--fetch-retries=0", "--loglevel=silent"];
  const { output } = await run([npm, "audit", "--json", ...limits]);
  return judge(output);
}

/**
 * Says what was found in a line or more.
 * @param isRequired whether an audit that could not be done is a failure: AUDIT=required, where releases are made
 * @returns whether it passed
 */
export function reportAudit(result: Audit, isRequired = process.env.AUDIT === "required"): boolean {
  if (result.is === "clean") process.stdout.write("ok     no known hole in a package\n");
  if (result.is === "found") process.stdout.write(`FAILED holes in packages:\n  ${result.found.join("\n  ")}\n\n`);
  if (result.is === "not done")
    process.stdout.write(
      `${isRequired ? "FAILED" : "NOT DONE"} dependency audit: ${result.why}. Nothing is known of holes in packages.\n`,
    );
  return result.is === "clean" || (result.is === "not done" && !isRequired);
}
