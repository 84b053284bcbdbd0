import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { databaseUrl } from "@/e2e/support/database";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { startService } from "@/scripts/bench/servers";
import { startRelay } from "@/scripts/drill/tcp-relay";
import { waitUntil } from "@/scripts/drill/wait-until";
import { runSql } from "@/scripts/setup/run-sql";

/** A server and a database of a sweep's own, with the fixtures of the permission sweep: its database can go away. */
export type IsolatedService = {
  base: string;
  fixtures: Fixtures;
  /** Connected to the database, also while the service is cut off. */
  client: pg.Pool;
  cutDatabase: () => Promise<void>;
  restoreDatabase: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function startIsolatedService(name: string): Promise<IsolatedService> {
  const url = await createDatabase(name);
  const settings = { SECRET_KEY: randomBytes(32).toString("hex"), DATABASE_URL: url };
  const args = ["--import", "tsx", "e2e/permissions/fixtures/make-fixtures.ts", "0", "empty"];
  const made = execFileSync(process.execPath, args, { env: { ...process.env, ...settings }, encoding: "utf8" });
  const relay = await startRelay(url);
  const provider = { id: "walkers", name: "A union", issuer: "http://localhost:1", clientId: "x", clientSecret: "x" };
  const server = await startService(relay.url, {
    SECRET_KEY: settings.SECRET_KEY,
    TRUST_PROXY: "1",
    EDITIONS: "daily",
    WARM_PAGES: "0",
    SIGN_IN_PROVIDERS: JSON.stringify([provider]),
  });
  const client = new pg.Pool({ connectionString: url });
  // its jobs begin after it is ready, and need the database to begin
  await waitUntil("its jobs run", async () => {
    const listening = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:%'`;
    return (await client.query(listening)).rowCount !== 0;
  });
  const base = `http://localhost:${server.port}`;
  const isReady = async () => (await fetch(`${base}/readyz`)).status === 200;
  return {
    base,
    fixtures: JSON.parse(made) as Fixtures,
    client,
    cutDatabase: async () => {
      await relay.cut();
      await waitUntil("the service knows that its database is away", async () => !(await isReady()));
    },
    restoreDatabase: async () => {
      await relay.restore();
      await waitUntil("the service is as before", isReady);
    },
    stop: async () => {
      await client.end();
      await server.stop();
      await relay.stop();
    },
  };
}

/** An empty one, in the database server of the tests. */
async function createDatabase(name: string): Promise<string> {
  const clusterUrl = await databaseUrl();
  await runSql(clusterUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await runSql(clusterUrl, `CREATE DATABASE ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  await setUpDatabase(url.href);
  return url.href;
}
