import { randomBytes } from "node:crypto";
import { connect } from "@/e2e/support/database";
import { closeDb } from "@/lib/database/client";
import { makeEditionNow } from "@/lib/summaries/editions/edition.commands";

// Editions are made in the process that serves the demonstration, which has its settings. Requests and responses go through
// PostgreSQL.
const [requests, responses] = ["e2e_edition_wanted", "e2e_edition_made"];

/** Makes an edition of a strategy of the demonstration now, so that everybody sees what is ready. */
export async function publishEdition(strategyId = "west-midlands"): Promise<void> {
  const client = await connect();
  const id = randomBytes(8).toString("hex");
  try {
    await client.query(`LISTEN ${responses}`);
    const result = new Promise<string>((done) => {
      client.on("notification", ({ payload = "" }) => {
        const [of, ...message] = payload.split(" ");
        if (of === id) done(message.join(" "));
      });
    });
    await client.query("SELECT pg_notify($1, $2)", [requests, `${id} ${strategyId}`]);
    const error = await result;
    if (error) throw new Error(`No edition was made of ${strategyId}. ${error}`);
  } finally {
    await client.end();
  }
}

/** Makes the editions that tests ask for, one after another. @returns a function that ends this */
export async function serveEditions(): Promise<() => Promise<void>> {
  const client = await connect();
  let last = Promise.resolve();
  client.on("notification", ({ payload = "" }) => {
    const [id, strategyId = ""] = payload.split(" ");
    last = last.then(async () => {
      const error = await tryToMake(strategyId);
      await client.query("SELECT pg_notify($1, $2)", [responses, `${id} ${error}`]);
    });
  });
  await client.query(`LISTEN ${requests}`);
  return async () => {
    await last;
    await client.end();
    await closeDb();
  };
}

/** @returns why none was made; an empty string when one was */
async function tryToMake(strategyId: string): Promise<string> {
  try {
    await makeEditionNow(strategyId);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
