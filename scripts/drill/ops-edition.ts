import { runProgram } from "@/scripts/setup/run-program";

/** Makes an edition of a strategy of this database now, so that everybody sees what is ready. @throws Error */
export async function makeEditionByOps(url: string, strategyId: string): Promise<void> {
  const args = ["--import", "tsx", "scripts/ops.ts", "edition", strategyId];
  const { code } = await runProgram(args, { env: { DATABASE_URL: url } });
  if (code !== 0) throw new Error(`No edition was made of ${strategyId}.`);
}
