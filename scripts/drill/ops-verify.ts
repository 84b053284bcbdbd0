import { run } from "@/scripts/setup/run-program";

/** Whether `ops verify` finds every count and every chain of a database whole. */
export async function verifies(url: string, settings: Record<string, string> = {}): Promise<boolean> {
  const words = ["--import", "tsx", "scripts/ops.ts", "verify"];
  return (await run(words, { env: { ...settings, DATABASE_URL: url } })).code === 0;
}
