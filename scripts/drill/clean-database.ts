import { randomBytes } from "node:crypto";
import { plainHash } from "@/lib/security/encryption";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { runSql } from "@/scripts/setup/run-sql";

export const strategyId = "cornwall-scilly"; // its lead body has the same id

export type CleanDatabase = {
  url: string;
  /** What services and operators' commands on it need. */
  settings: { SECRET_KEY: string };
  /** The session of a rep of that strategy's area. */
  repToken: string;
  /** Sessions of people with an account and no role. */
  tokens: string[];
};

/** A database with places and strategies, one of them open, a rep and so many people signed in; no comments. */
export async function createCleanDatabase(clusterUrl: string, name: string, people = 40): Promise<CleanDatabase> {
  await runSql(clusterUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await runSql(clusterUrl, `CREATE DATABASE ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  await setUpDatabase(url.href);
  const repToken = newToken();
  const tokens = Array.from({ length: people }, newToken);
  await runSql(
    url.href,
    `UPDATE strategies SET phase = 'open', "opensAt" = now() - interval '1 day', "closesAt" = now() + interval '1 year'
       WHERE id = '${strategyId}';
     ${sessionSql("drill-rep", repToken)}
     INSERT INTO grants (id, "accountId", role, "bodyId", "unionId")
       VALUES ('drill-rep', 'drill-rep', 'rep', '${strategyId}', 'unison');
     ${tokens.map((token, at) => sessionSql(`drill-${at}`, token)).join("\n")}
     SELECT 1`,
  );
  return { url: url.href, settings: { SECRET_KEY: randomBytes(32).toString("hex") }, repToken, tokens };
}

const newToken = () => randomBytes(24).toString("base64url");

const sessionSql = (id: string, token: string) => `
  INSERT INTO accounts (id) VALUES ('${id}');
  INSERT INTO sessions (id, "tokenHash", "accountId", "endsAt", "steppedUpAt")
    VALUES ('${id}', '\\x${Buffer.from(plainHash(token)).toString("hex")}', '${id}', now() AT TIME ZONE 'UTC' + interval '1 day', now() AT TIME ZONE 'UTC');`;
