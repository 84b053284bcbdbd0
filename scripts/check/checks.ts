import { programs, type Ran, run } from "@/scripts/setup/run-program";

/** The checks that are not tests. */
export const checks = [
  {
    name: "format and lint",
    go: () => run([programs.biome, "ci", "--colors=off", "--max-diagnostics=50", "--error-on-warnings"]),
  },
  { name: "types", go: types },
];

async function types(): Promise<Ran> {
  const routes = await run([programs.next, "typegen"]); // next-env.d.ts, and the types of our routes
  return routes.code === 0 ? run([programs.tsc, "--noEmit"]) : routes;
}

/** A line for what passed; everything it said for what failed. @returns whether it passed */
export function report(name: string, { code, output, seconds }: Ran): boolean {
  const passed = code === 0;
  process.stdout.write(
    `${passed ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)\n${passed ? "" : `${output.trim()}\n\n`}`,
  );
  return passed;
}
