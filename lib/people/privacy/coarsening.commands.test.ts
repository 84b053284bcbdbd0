import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLinks, readLink } from "@/lib/audit/chain.queries";
import { chainHash, decisionCommitment, findFaults, linkText } from "@/lib/audit/chain.rules";
import { appendDecision } from "@/lib/audit/chain.writes";
import { listRecordEntries } from "@/lib/audit/record.queries";
import { hashedEntry } from "@/lib/audit/record.rules";
import { db } from "@/lib/database/client";
import { isoDay, startOfDay } from "@/lib/dates";
import { addJob, sealAccount } from "@/lib/jobs/queue";
import { migrateJobs } from "@/lib/jobs/runner";
import { participantOwnerIndex } from "@/lib/people/participant.queries";
import { visitor } from "@/lib/people/person.policy";
import { coarsenTimes, deleteDeadJobs, rewriteRowOrder } from "@/lib/people/privacy/coarsening.commands";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { computeModeration } from "@/lib/summaries/moderation.queries";
import type { Decision } from "@/prisma/generated/client";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// A thief has the files of the database, and the log of the mail server: who got a sign-in mail, and when. They try to
// join accounts to participants by times, by the order of rows, by the transactions that wrote them, and by ids.

const strategy = "west-midlands";
const people = 12;
const day = 24 * 60 * 60_000;
const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.url });
afterAll(async () => {
  await client.end();
  await database.close();
});

const decision = {
  chainId: strategy,
  revision: 1,
  action: "reject",
  fromState: "held",
  toState: "rejected",
  reason: "off-topic",
  reasonVersion: 1,
  spans: null,
  textHash: new Uint8Array(32),
  deciderUnion: "unison",
} as const;

type Mail = { accountId: string; at: Date };
const mailLog: Mail[] = [];
/** The truth: which participant is whose. */
const owners = new Map<string, string>();

beforeAll(async () => {
  await client.connect();
  await migrateJobs(database.url);
  await openStrategy(strategy);
  const { accountId: deciderId } = await makeRep(strategy);
  const began = Math.floor(Date.now() / day) * day - 3 * day + 7 * 60 * 60_000;
  for (let one = 0; one < people; one++) {
    const person = await makeAccount();
    const accountId = person.accountId ?? "";
    const { caseId, commentId, participantId } = await sendHeldComment(strategy, {}, person);
    owners.set(participantId, accountId);
    const at = new Date(began + one * 37 * 60_000);
    const decidedAt = new Date(at.getTime() + 4 * 60_000); // a rep was there
    mailLog.push({ accountId, at: new Date(at.getTime() - 3 * 60_000) });
    await db().comment.update({ where: { id: commentId }, data: { createdAt: at, state: "rejected" } });
    await db().revision.updateMany({ where: { commentId }, data: { createdAt: at } });
    await db().case.updateMany({
      where: { commentId },
      data: { state: "decided", openedAt: at, dueAt: new Date(at.getTime() + day), decidedAt },
    });
    await db().$transaction((tx) =>
      appendDecision(tx, { ...decision, deciderId: deciderId ?? "", caseId, commentId, decidedAt }),
    );
    await db().participant.update({ where: { id: participantId }, data: { consentedAt: at } });
    const notice = {
      participantId,
      commentId,
      kind: "decision",
      facts: {},
      emailProcessedAt: new Date(began + day / 2),
    };
    await db().notice.create({ data: { ...notice, createdAt: new Date(at.getTime() + 60_000) } });
    await db().$transaction((tx) =>
      addJob(tx, "send-notice-mail", { account: sealAccount(accountId), requestedAt: at.toISOString() }),
    );
  }
});

type Claim = { accountId: string; participantId: string };
const rightClaims = (claims: Claim[]) =>
  claims.filter(({ accountId, participantId }) => owners.get(participantId) === accountId).length;

/** Who wrote in the ten minutes after a mail, when only one did. */
async function joinByTime(): Promise<Claim[]> {
  const { rows } = await client.query<{ id: string; at: Date }>(`
    SELECT "participantId" AS id, "createdAt" AS at FROM comments WHERE "strategyId" = '${strategy}' UNION ALL
    SELECT c."participantId", r."createdAt" FROM revisions r JOIN comments c ON c.id = r."commentId" UNION ALL
    SELECT id, "consentedAt" FROM participants WHERE "consentedAt" IS NOT NULL UNION ALL
    SELECT c."participantId", o."openedAt" FROM cases o JOIN comments c ON c.id = o."commentId" UNION ALL
    SELECT c."participantId", o."dueAt" - interval '1 day' FROM cases o JOIN comments c ON c.id = o."commentId" UNION ALL
    SELECT c."participantId", o."decidedAt" FROM cases o JOIN comments c ON c.id = o."commentId" UNION ALL
    SELECT c."participantId", d."decidedAt" FROM decisions d JOIN comments c ON c.id = d."commentId" UNION ALL
    SELECT "participantId", "createdAt" FROM notices UNION ALL
    SELECT "participantId", "emailProcessedAt" FROM notices`);
  return mailLog.flatMap(({ accountId, at }) => {
    const near = rows.filter((row) => row.at >= at && row.at.getTime() - at.getTime() < 10 * 60_000);
    const ids = [...new Set(near.map(({ id }) => id))];
    return ids.length === 1 ? [{ accountId, participantId: ids[0] ?? "" }] : [];
  });
}

/** Rank by rank, where two tables are in the same order by far more than chance. @param key of the order, SQL */
async function joinByOrder(key: string): Promise<Claim[]> {
  const ranked = async (table: string, where: string) =>
    (
      await client.query<{ id: string; key: string }>(
        `SELECT id, (${key})::text AS key FROM ${table} ${where} ORDER BY ${key}`,
      )
    ).rows;
  const accounts = await ranked("accounts", `WHERE label IS NULL`);
  const participants = await ranked("participants", `WHERE "ownerIndex" IS NOT NULL`);
  if (new Set(participants.map((row) => row.key)).size < people / 2) return []; // one transaction wrote them all
  // the thief knows some owners themselves, say every third, and goes on only if those are in order
  const known = [...owners].filter((_, at) => at % 3 === 0);
  const ranks = known
    .map(([participantId, accountId]) => [
      participants.findIndex(({ id }) => id === participantId),
      accounts.findIndex(({ id }) => id === accountId),
    ])
    .sort(([a = 0], [b = 0]) => a - b)
    .map(([, rank = 0]) => rank);
  if (ranks.some((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0))) return [];
  return participants.map(({ id }, at) => ({ participantId: id, accountId: accounts[at]?.id ?? "" }));
}

/** Every row of every table that holds the id of an account together with a participant's. */
async function joinByIds(): Promise<Claim[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  const claims: Claim[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    for (const { row } of rows)
      for (const [participantId, accountId] of owners)
        if (row.includes(accountId) && (row.includes(participantId) || name.includes("jobs")))
          claims.push({ participantId, accountId });
  }
  return claims;
}

const joins = {
  times: joinByTime,
  "order of rows": () => joinByOrder("ctid"),
  transactions: () => joinByOrder("xmin::text::bigint"),
  ids: joinByIds,
};

async function steal(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [way, join] of Object.entries(joins)) found[way] = rightClaims(await join());
  return found;
}

test("before the nightly job a thief joins accounts to participants by time, order and transaction; after it, none", async () => {
  const before = await steal();
  expect(before).toEqual({ times: people, "order of rows": people, transactions: people, ids: 0 });
  expect(await coarsenTimes()).toBe(5 * people); // no edition has brought the decisions yet
  expect((await steal()).times).toBe(people);
  await makeEdition(strategy);
  expect(await coarsenTimes()).toBe(2 * people);
  expect(await coarsenTimes()).toBe(0);
  expect(findFaults((await listLinks(strategy)).map((link) => ({ ...link, text: linkText(link) })))).toEqual([]);
  expect(await rewriteRowOrder()).toBe(true);
  const after = await steal();
  process.stdout.write(`  joined of ${people}, before ${JSON.stringify(before)}, after ${JSON.stringify(after)}\n`);
  expect(after).toEqual({ times: 0, "order of rows": 0, transactions: 0, ids: 0 });
  // nothing joins them but what the key derives
  for (const [participantId, accountId] of owners) {
    const { ownerIndex } = await db().participant.findUniqueOrThrow({ where: { id: participantId } });
    expect(Buffer.from(ownerIndex ?? [])).toEqual(Buffer.from(participantOwnerIndex(accountId, strategy)));
  }
});

test("a decision becomes coarser, and nothing else of it changes", async () => {
  const change = (sql: string) => client.query(`UPDATE decisions SET ${sql} WHERE "chainId" = '${strategy}'`);
  for (const sql of [`"decidedAt" = "decidedAt" + interval '1 day'`, `"decidedAt" = "decidedAt" + interval '1 hour'`])
    await expect(change(sql)).rejects.toThrow("append-only");
  await expect(change(`"decidedAt" = london_day_start("decidedAt"), reason = 'insults'`)).rejects.toThrow(
    "append-only",
  );
  await expect(change(`"isDayHashed" = false`)).rejects.toThrow("append-only");
  await change(`"decidedAt" = london_day_start("decidedAt")`);
});

/** A decision as it was before its hash covered the day alone. */
async function makeEarlierDecision(decidedAt: Date): Promise<Decision> {
  const { caseId, commentId } = await sendHeldComment(strategy, {}, visitor);
  const { accountId } = await makeRep(strategy);
  await db().comment.update({ where: { id: commentId }, data: { state: "rejected" } });
  await db().case.updateMany({ where: { commentId }, data: { state: "decided", openedAt: decidedAt, decidedAt } });
  return db().$transaction(async (tx) => {
    const facts = { ...decision, textHash: Buffer.alloc(32, "secret"), deciderId: accountId ?? "", caseId, commentId };
    const { id } = await appendDecision(tx, { ...facts, decidedAt });
    const exact = readLink({ ...(await tx.decision.findUniqueOrThrow({ where: { id } })), isDayHashed: false });
    const hash = Buffer.from(chainHash(exact.previousHash, exact), "hex");
    await tx.$executeRaw`ALTER TABLE decisions DISABLE TRIGGER decisions_unchanged`;
    await tx.decision.update({ where: { id }, data: { isDayHashed: false, hash } });
    await tx.$executeRaw`ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_unchanged`;
    return tx.decision.findUniqueOrThrow({ where: { id } });
  });
}

/** A thief tries each millisecond near a time against a decision's hash. The clock of a mail server is that good. */
const findTime = (stored: Decision, near: Date): Date | undefined =>
  Array.from({ length: 2001 }, (_, at) => new Date(near.getTime() - 1000 + at)).find((decidedAt) => {
    const link = readLink({ ...stored, isDayHashed: false, commitment: null, decidedAt });
    return chainHash(link.previousHash, link) === link.hash;
  });

test("a decision from when hashes covered the exact time loses it too, and its hash does not give it back", async () => {
  const at = new Date(Math.floor(Date.now() / day) * day - 3 * day + 9.5 * 60 * 60_000 + 123);
  const earlier = await makeEarlierDecision(at);
  const find = () => db().decision.findUniqueOrThrow({ where: { id: earlier.id } });
  const isIntact = async () =>
    expect(findFaults((await listLinks(strategy)).map((link) => ({ ...link, text: linkText(link) })))).toEqual([]);
  await isIntact();
  await makeEdition(strategy);
  await coarsenTimes();
  const { decidedAt, textHash, commitment, hash } = await find();
  expect(decidedAt).toEqual(startOfDay(isoDay(at)));
  expect([textHash.length, commitment?.length]).toEqual([0, 32]);
  expect(hash).toEqual(earlier.hash);
  await isIntact();
  const record = await listRecordEntries(strategy, 0, 1000);
  expect(findFaults(record.map(hashedEntry))).toEqual([]);
  expect(await coarsenTimes()).toBe(0);
  // a coarser time alone would not do
  const { textHash: keyed } = earlier;
  expect(findTime({ ...(await find()), textHash: keyed }, at)).toEqual(at);
  expect(findTime(await find(), at)).toBeUndefined();
});

test("an earlier decision takes the commitment of its own hash, once, and nothing else of it changes", async () => {
  const earlier = await makeEarlierDecision(new Date(Date.now() - 2 * day));
  const change = (commitment: string, more = "") =>
    client.query(
      `UPDATE decisions SET "decidedAt" = london_day_start("decidedAt"), "textHash" = '', commitment = $1 ${more}
       WHERE id = $2`,
      [Buffer.from(commitment, "hex"), earlier.id],
    );
  const own = decisionCommitment(readLink(earlier));
  await expect(change("00".repeat(32))).rejects.toThrow("append-only");
  await expect(change(own, ", reason = 'insults'")).rejects.toThrow("append-only");
  await expect(change(own, `, "isDayHashed" = true`)).rejects.toThrow("append-only");
  await change(own);
  await expect(change(own)).rejects.toThrow("append-only");
  await expect(client.query(`UPDATE decisions SET commitment = NULL WHERE id = $1`, [earlier.id])).rejects.toThrow(
    "append-only",
  );
});

test("an earlier decision whose hash is wrong keeps what it has, and the others lose their times", async () => {
  const changed = await makeEarlierDecision(new Date(Date.now() - 4 * day));
  const intact = await makeEarlierDecision(new Date(Date.now() - 4 * day));
  await client.query(`ALTER TABLE decisions DISABLE TRIGGER decisions_unchanged;
    UPDATE decisions SET reason = 'insults' WHERE id = '${changed.id}';
    ALTER TABLE decisions ENABLE ALWAYS TRIGGER decisions_unchanged`);
  await makeEdition(strategy);
  await coarsenTimes();
  const find = ({ id }: Decision) => db().decision.findUniqueOrThrow({ where: { id } });
  expect(await find(changed)).toEqual({ ...changed, reason: "insults" });
  expect((await find(intact)).commitment).toHaveLength(32);
});

test("what waits for a decision or an edition keeps its time", async () => {
  const at = new Date(Date.now() - 5 * day);
  const { commentId } = await sendHeldComment(strategy, {}, visitor);
  await db().comment.update({ where: { id: commentId }, data: { createdAt: at } });
  await coarsenTimes();
  expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).createdAt).toEqual(at);
  await db().comment.update({ where: { id: commentId }, data: { state: "ready" } });
  await coarsenTimes();
  expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).createdAt).toEqual(at);
});

test("jobs that failed for good are deleted a week later, and others are not", async () => {
  const jobs = () => db().$queryRaw`SELECT id FROM graphile_worker._private_jobs`.then((rows) => (rows as []).length);
  const before = await jobs();
  await client.query(`UPDATE graphile_worker._private_jobs SET attempts = max_attempts
    WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs)`);
  expect(await deleteDeadJobs()).toBe(0);
  await client.query("UPDATE graphile_worker._private_jobs SET run_at = now() - interval '8 days'");
  expect(await deleteDeadJobs()).toBe(1);
  expect(await jobs()).toBe(before - 1);
});

test("the waiting time of a case that is decided and out is stored apart from it, and one that waits keeps its times", async () => {
  await db().waitingTime.deleteMany();
  const at = new Date(Date.now() - 5 * day);
  const waiting = await sendHeldComment(strategy, {}, visitor);
  const decided = await sendHeldComment(strategy, {}, visitor);
  const times = { openedAt: at, dueAt: new Date(at.getTime() + day) };
  await db().case.updateMany({ where: { commentId: waiting.commentId }, data: times });
  const decidedAt = new Date(at.getTime() + 200 * 60_000);
  await db().case.updateMany({
    where: { commentId: decided.commentId },
    data: { ...times, state: "decided", decidedAt },
  });
  const find = (commentId: string) => db().case.findFirstOrThrow({ where: { commentId } });
  await coarsenTimes();
  expect(await find(decided.commentId)).toMatchObject({ ...times, isWaitStored: false }); // its comment still waits
  await db().comment.update({ where: { id: decided.commentId }, data: { state: "published" } });
  const median = () => db().$transaction((tx) => computeModeration(strategy, tx, new Date()));
  for (let night = 0; night < 2; night++) {
    await coarsenTimes();
    const { openedAt, dueAt, isWaitStored } = await find(decided.commentId);
    expect([openedAt, dueAt].map((time) => time.getTime() % day)).toEqual([0, 0]);
    expect(isWaitStored).toBe(true);
    const stored = await db().waitingTime.findMany();
    expect(stored.map(({ strategyId, kind, hours }) => [strategyId, kind, hours])).toEqual([
      [strategy, "pre_moderation", 3],
    ]);
    expect(stored[0]?.week.getUTCDay()).toBe(1);
  }
  expect(await find(waiting.commentId)).toMatchObject({ ...times, isWaitStored: false });
  await db().waitingTime.createMany({
    data: [30, 31, 31, 32, 33, 34, 35, 36, 37, 38, 39].map((hours) => ({
      ...{ strategyId: strategy, kind: "pre_moderation", week: new Date(), hours },
    })),
  });
  expect((await median()).medianHours).toBe(34); // of these eleven and the three hours above: 33.5
});

test("complaints and drafts keep the day of their times", async () => {
  const at = new Date(Math.floor(Date.now() / day) * day - 3 * day + 9.5 * 60 * 60_000);
  const answered = await db().complaint.create({
    data: { openedAt: at, dueAt: at, answeredAt: new Date(at.getTime() + day) },
  });
  const open = await db().complaint.create({ data: { openedAt: at, dueAt: at } });
  const today = await db().complaint.create({ data: { openedAt: at, dueAt: at, answeredAt: new Date() } });
  const draft = { ownerIndex: Buffer.alloc(32), strategyId: strategy, place: "section 1", sealed: Buffer.alloc(1) };
  const { id } = await db().draft.create({ data: { ...draft, savedAt: at } });
  await coarsenTimes();
  const find = (one: { id: string }) => db().complaint.findUniqueOrThrow({ where: { id: one.id } });
  const startOf = (time: Date) => new Date(Math.floor(time.getTime() / day) * day);
  expect(await find(answered)).toMatchObject({
    openedAt: startOf(at),
    answeredAt: new Date(startOf(at).getTime() + day),
  });
  expect(await find(open)).toMatchObject({ openedAt: startOf(at), answeredAt: null });
  expect((await find(today)).openedAt).toEqual(at);
  expect((await db().draft.findUniqueOrThrow({ where: { id } })).savedAt).toEqual(startOf(at));
});
