import { databaseSettings } from "@/e2e/support/database";
import { makeEditionByOps } from "@/scripts/drill/ops-commands";

/** Makes an edition of a strategy of the demonstration now, so that everybody sees what is ready. */
export const publishEdition = (strategyId = "west-midlands"): Promise<void> =>
  makeEditionByOps(strategyId, databaseSettings);
