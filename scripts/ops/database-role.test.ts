import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { startSession } from "@/lib/auth/session.commands";
import { requestSignIn } from "@/lib/auth/sign-in.commands";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { closeDb } from "@/lib/database/client";
import { startJobs } from "@/lib/jobs/runner";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { newFormId, randomSecret } from "@/lib/security/encryption";
import { watchHealth } from "@/lib/server/health";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { limitRole } from "@/scripts/ops/database-role";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
const role = `app_${randomBytes(4).toString("hex")}`;
const password = randomBytes(12).toString("hex");
const owner = new pg.Client({ connectionString: database.url });
const url = new URL(database.url);
url.username = role;
url.password = password;
const app = new pg.Client({ connectionString: url.href });
process.env.DATABASE_URL = url.href; // all that the service does below, it does as this role

beforeAll(async () => {
  await owner.connect();
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
  await limitRole(database.url, role);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await closeDb();
  await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  await owner.end();
  await database.close();
});

test("the service runs as a role that owns nothing", async () => {
  const strategyId = "cornwall-scilly";
  await openStrategy(strategyId);
  const health = watchHealth(url.href);
  expect(await health.readiness()).toEqual({ ok: true, message: "ready" });
  await health.stop();
  const jobs = await startJobs(url.href);
  const rep = await makeRep(strategyId);
  const author = await makeAccount();
  const { caseId, commentId } = await sendHeldComment(strategyId, {}, author);
  await decideCase(rep, caseId, publishDecision);
  await vi.waitFor(async () => expect(await makeEdition(strategyId)).not.toBeNull(), 20_000); // a job may be making one
  await reactToComment(visitor, strategyId, { comment: commentId, value: "agree", formId: newFormId() }, "a");
  await startSession({ accountId: author.accountId ?? "" }, null);
  await requestSignIn({ email: "a@example.org", browserToken: randomSecret(), returnTo: null, client: "a" });
  await erasePerson(author);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  await jobs.stop();
});

test.each([
  ["changes a decision", "UPDATE decisions SET reason = 'other'"],
  ["takes a decision off the record", "DELETE FROM decisions"],
  ["empties the record", "TRUNCATE decisions CASCADE"],
  ["changes what staff did", "UPDATE audit_events SET action = 'nothing'"],
  ["changes a day's head", "UPDATE chain_heads SET length = 0"],
  ["takes the guard off", "ALTER TABLE decisions DISABLE TRIGGER decisions_append_only"],
  ["drops a table", "DROP TABLE comments"],
  ["makes one", "CREATE TABLE public.mine (a int)"],
  ["says that a migration was applied", "DELETE FROM _prisma_migrations"],
  ["reads the server's files", "SELECT pg_read_file('postgresql.conf')"],
])("it is refused when it %s", async (_what, sql) => {
  await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
});

test("a role that is not there, or is the owner, is said so", async () => {
  await expect(limitRole(database.url, "nobody_there")).rejects.toThrow("CREATE ROLE nobody_there");
  await expect(limitRole(database.url, "postgres")).rejects.toThrow("owns the tables");
});
