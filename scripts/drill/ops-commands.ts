import type { CleanDatabase } from "@/scripts/drill/clean-database";
import { runProgram } from "@/scripts/setup/run-program";

// Operator's commands, as an operator runs them: each in a process of its own.

const runOps = async (command: string[], env: Record<string, string>): Promise<boolean> =>
  (await runProgram(["--import", "tsx", "scripts/ops.ts", ...command], { env })).code === 0;

/** Whether `ops verify` finds every count right and every chain of a database intact. */
export const passesOpsVerify = ({ url, settings }: CleanDatabase): Promise<boolean> =>
  runOps(["verify"], { ...settings, DATABASE_URL: url });

/** Makes an edition of a strategy now, so that everybody sees what is ready. @throws Error */
export async function makeEditionByOps(strategyId: string, settings: Record<string, string>): Promise<void> {
  if (!(await runOps(["edition", strategyId], settings))) throw new Error(`No edition was made of ${strategyId}.`);
}
