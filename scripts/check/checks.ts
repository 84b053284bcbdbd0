import { programs, type RunResult, runProgram } from "@/scripts/setup/run-program";

/** The checks that are not tests. */
export const checks = [
  {
    name: "format and lint",
    run: () => runProgram([programs.biome, "ci", "--colors=off", "--max-diagnostics=50", "--error-on-warnings"]),
  },
  { name: "types", run: checkTypes },
];

async function checkTypes(): Promise<RunResult> {
  const routes = await runProgram([programs.next, "typegen"]); // next-env.d.ts, and the types of our routes
  return routes.code === 0 ? runProgram([programs.tsc, "--noEmit"]) : routes;
}

/** One line for what passed; the output of what failed. @returns whether it passed */
export function reportCheck(name: string, { code, output, seconds }: RunResult): boolean {
  const passed = code === 0;
  process.stdout.write(
    `${passed ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)\n${passed ? "" : `${output.trim()}\n\n`}`,
  );
  return passed;
}
