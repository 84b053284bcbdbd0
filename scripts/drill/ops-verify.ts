import { runProgram } from "@/scripts/setup/run-program";

/** Whether `ops verify` finds every count right and every chain of a database intact. */
export async function passesOpsVerify(url: string, settings: Record<string, string> = {}): Promise<boolean> {
  const args = ["--import", "tsx", "scripts/ops.ts", "verify"];
  return (await runProgram(args, { env: { ...settings, DATABASE_URL: url } })).code === 0;
}
