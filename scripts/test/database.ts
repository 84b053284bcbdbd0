import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { closeDb, db } from "@/lib/database/client";

const demoLock = 3; // beside those of database-cluster.ts

export type TestDatabase = { url: string; close: () => Promise<void> };

/**
 * A database of this test file's own, with all places and strategies in it, made in a fraction of a second from a
 * template. Call it at the top of the file, before anything asks for the settings:
 *
 *     const database = await createTestDatabase();
 *     afterAll(database.close);
 */
export const createTestDatabase = (): Promise<TestDatabase> => copyTemplate(inject("template"));

/** The same with the demonstration in it: the first file of a run that needs one writes it, the others copy that. */
export const createDemoDatabase = (): Promise<TestDatabase> =>
  inCluster(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [demoLock]); // until the connection ends
    const template = inject("demoTemplate");
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return copyTemplate(template);
    const database = await createTestDatabase();
    const { seedDemo } = await import("@/prisma/seed/demo");
    await seedDemo(db());
    await closeDb(); // a database is copied while nobody is in it
    await client.query(`CREATE DATABASE ${template} TEMPLATE ${new URL(database.url).pathname.slice(1)}`);
    return database;
  });

async function copyTemplate(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await inCluster((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(inject("clusterUrl"));
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  process.env.SECRET_KEY = "5ea1".repeat(16);
  return {
    url: url.href,
    close: async () => {
      await closeDb();
      await inCluster((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function inCluster<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject("clusterUrl") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
