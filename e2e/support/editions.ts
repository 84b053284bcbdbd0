import { dataFolder } from "@/e2e/support/database";
import { bootstrapDatabase } from "@/lib/database/bootstrap";
import { closeDb } from "@/lib/database/client";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";

/** Makes an edition of a strategy of the demonstration now, so that everybody sees what is ready. */
export async function publishEdition(strategyId = "west-midlands"): Promise<void> {
  Object.assign(process.env, { DATA_FOLDER: dataFolder, DATABASE_URL: "", SECRET_KEY: "" });
  await bootstrapDatabase();
  const number = (await makeEdition(strategyId)) ?? (await makeEdition(strategyId)); // the job may just have made one
  await closeDb();
  if (number === null) throw new Error(`No edition was made of ${strategyId}.`);
}
