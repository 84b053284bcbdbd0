import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Makes an edition of a strategy of the demonstration now, by the operator's own command, so that everybody sees what is ready. */
export function publishEdition(strategyId = "west-midlands"): void {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/ops.ts", "edition", strategyId], {
    env: { ...process.env, DATA_FOLDER: join(".data", "e2e"), DATABASE_URL: "" },
  });
}
