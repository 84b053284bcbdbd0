import { join } from "node:path";
import { makeEditionByOps } from "@/scripts/drill/ops-commands";

/** Makes an edition of a strategy of the demonstration now, so that everybody sees what is ready. */
export const publishEdition = (strategyId = "west-midlands"): Promise<void> =>
  makeEditionByOps(strategyId, { DATA_FOLDER: join(".data", "e2e"), DATABASE_URL: "" });
