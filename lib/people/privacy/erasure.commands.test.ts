import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { getThread } from "@/lib/comments/comment.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { emailColumns } from "@/lib/people/account.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { erasePerson, reapplyErasures } from "@/lib/people/privacy/erasure.commands";
import { listErasedIds } from "@/lib/people/privacy/erasure.queries";
import { getPersonalData } from "@/lib/people/privacy/personal-data.queries";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const strategyId = "cornwall-scilly";
const planted = "Xylophonist of Mousehole";
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

async function makePerson(email: string): Promise<Person> {
  const { id } = await db().account.create({ data: emailColumns(email) });
  return { ...visitor, accountId: id };
}

test("personal data holds all of a person's text, choices, reactions and address, and nothing of anybody else", async () => {
  const person = await makePerson("take@example.org");
  await sendHeldComment(strategyId, { text: `I am the ${planted}`, themes: [], district: "E06000052" }, person);
  const other = await sendHeldComment(strategyId, { text: "Another's words" });
  await decideAndMakeEdition(rep, other.caseId);
  await reactToComment(person, strategyId, { comment: other.commentId, value: "agree", formId: null }, "client");
  const data = await getPersonalData(person);
  expect(data.account?.email).toBe("take@example.org");
  expect(data.participants[0]).toMatchObject({ consentedTo: expect.any(String), reactions: [{ value: "agree" }] });
  expect(data.participants[0]?.comments[0]?.district?.name).toBe("Cornwall");
  const text = JSON.stringify(data);
  expect(text).toContain(planted);
  expect(text).not.toContain("Another's words");
  expect(JSON.stringify(await getPersonalData(await makePerson("empty@example.org")))).not.toContain(planted);
});

test("erasure leaves no text, address or link in any table; counts and chain stay right, and replies stay", async () => {
  const person = await makePerson("erase@example.org");
  const token = await startSession({ accountId: person.accountId ?? "" }, null);
  const plantedName = "Zymurgist of Polperro";
  const shown = await sendHeldComment(strategyId, { text: `The ${plantedName} writes`, district: "E06000052" }, person);
  await decideAndMakeEdition(rep, shown.caseId);
  const redacted = await sendHeldComment(strategyId, { text: `Again the ${plantedName}, masked` }, person);
  await decideAndMakeEdition(rep, redacted.caseId, { ...publishDecision, toAuthor: `Dear ${plantedName}` });
  await sendHeldComment(strategyId, { text: `Waiting: ${plantedName}` }, person);
  const other = await sendHeldComment(strategyId, { text: "Stays as it is" });
  await decideAndMakeEdition(rep, other.caseId);
  await reactToComment(person, strategyId, { comment: other.commentId, value: "agree", formId: null }, "client");
  const participantId = shown.participantId;

  expect(await erasePerson(person)).toEqual({ comments: 3, reactions: 1 });

  expect(await findEverywhere(["erase@example.org", "Waiting: Zymurgist", "Dear Zymurgist"])).toEqual([]);
  expect(await db().comment.findUnique({ where: { id: shown.commentId } })).toMatchObject({
    ...{ state: "published", districtId: null, formHash: null },
  });
  for (let made = 0; made < 3; made++) await makeEdition(strategyId);
  expect(await findEverywhere(["Zymurgist"])).toEqual([]);
  expect(await db().participant.findUnique({ where: { id: participantId } })).toMatchObject({
    ownerIndex: null,
    receiptHash: null,
  });
  expect(await db().account.findUnique({ where: { id: person.accountId ?? "" } })).toMatchObject({
    emailSealed: null,
    emailIndex: null,
  });
  expect(await db().comment.count({ where: { participantId, NOT: { formHash: null } } })).toBe(0);
  expect(await db().comment.findUnique({ where: { id: other.commentId } })).toMatchObject({ agrees: 0 });
  expect(await resumeSession(token)).toBeNull();
  expect((await getThread(strategyId, shown.comment.threadId, null))?.first).toMatchObject({
    state: "withdrawn",
    text: "",
  });
  expect((await getPersonalData(person)).participants).toEqual([]);
  expect(await findTallyDifferences()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});

test("the participant of a receipt is erased in the same way, and the receipt no longer works", async () => {
  const sent = await sendHeldComment(strategyId, { text: "Quokka keeper of St Ives" });
  const person = { ...visitor, participantId: sent.participantId, participantStrategyId: strategyId };
  await erasePerson(person);
  expect(await findEverywhere(["Quokka"])).toEqual([]);
  expect(await db().participant.findUnique({ where: { id: sent.participantId } })).toMatchObject({ receiptHash: null });
  await expect(erasePerson(visitor)).rejects.toThrow(NotFound);
  expect(await findTallyDifferences()).toEqual([]);
});

test("the last admin cannot be erased, alone or two at once, and can once there is another", async () => {
  const makeAdmin = async (email: string, lastDay: Date | null = null) => {
    const person = await makePerson(email);
    await db().grant.create({ data: { accountId: person.accountId ?? "", role: "admin", lastDay } });
    return person;
  };
  const only = await makeAdmin("only@example.org");
  await expect(erasePerson(only)).rejects.toThrow("You are the only admin");
  expect((await getPersonalData(only)).account?.email).toBe("only@example.org"); // nothing of theirs went
  await makeAdmin("until@example.org", new Date("2099-01-01"));
  await expect(erasePerson(only)).rejects.toThrow("have an end date");
  const second = await makeAdmin("second@example.org");
  const both = await Promise.allSettled([erasePerson(only), erasePerson(second)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("after an older backup is restored, those erased since are erased again, and nobody else", async () => {
  const person = await makePerson("again@example.org");
  const { participantId, caseId } = await sendHeldComment(strategyId, { text: "Yaffler of Zennor" }, person);
  await decideAndMakeEdition(rep, caseId);
  const { participantId: other } = await sendHeldComment(strategyId, { text: "Nobody's" });
  await db().participant.update({ where: { id: other }, data: { receiptHash: null } }); // as in meetings and imports
  const before = await listErasedIds();
  expect([...before.accounts, ...before.participants]).not.toContain(person.accountId);
  // the list as if they had been erased, and their rows as the backup restored them
  const since = { accounts: [person.accountId ?? "", "after-the-backup"], participants: [participantId, "after"] };
  for (const _twice of [1, 2]) await reapplyErasures(since);
  expect(await findEverywhere(["Yaffler", "again@example.org"])).toEqual([]);
  const after = await listErasedIds();
  expect(after.accounts).toContain(person.accountId);
  expect(after.participants).toContain(participantId);
  expect(after.participants).not.toContain(other);
  expect(await findTallyDifferences()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});

test("every table with a person's id is cleared by erasure, but for these", async () => {
  const person = await makePerson("all@example.org");
  await sendHeldComment(strategyId, { text: "All of it" }, person);
  const written = await tablesIn(/\b(?:UPDATE|DELETE FROM) "?(?:public"\.")?(\w+)/g, () => erasePerson(person));
  expect((await tablesWithPersons()).filter((table) => !written.has(table))).toEqual([
    "audit_events", // actions of staff; after erasure the account's id leads to no address
    "imported_votes", // people who never used this service
  ]);
});

test("every table with a person's id is in the personal data, but for these", async () => {
  const person = await makePerson("mine@example.org");
  await sendHeldComment(strategyId, { text: "Mine" }, person);
  const read = await tablesIn(/\b(?:FROM|JOIN) "?(?:public"\.")?(\w+)/g, () => getPersonalData(person));
  expect((await tablesWithPersons()).filter((table) => !read.has(table))).toEqual([
    "audit_events", // actions of staff
    "document_imports", // a strategy's document, which waits for a day at most
    "factor_resets", // what colleagues confirmed
    "imported_votes", // people who never used this service
    "recovery_codes", // hashes of codes that were shown once
  ]);
});

/** The tables whose rows hold the id of an account or a participant. */
async function tablesWithPersons(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT table_name::text AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('accountId', 'participantId') ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** The tables that the statements of a run name after these words. */
async function tablesIn(pattern: RegExp, run: () => Promise<unknown>): Promise<Set<string>> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await run();
  const texts = sent.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
  sent.mockRestore();
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, table = ""]) => table)));
}

/** The tables that hold one of these texts in any column, as text or as bytes. */
async function findEverywhere(needles: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    for (const needle of needles) {
      const hex = Buffer.from(needle).toString("hex");
      const { rowCount } = await client.query(
        `SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' OR t::text ILIKE '%' || $2 || '%' LIMIT 1`,
        [needle, hex],
      );
      if (rowCount) found.push(`${name}: ${needle}`);
    }
  }
  await client.end();
  return found;
}

test("published text goes with one of the next three editions, drawn for each strategy; all else at once", async () => {
  const elsewhere = "dorset";
  await openStrategy(elsewhere);
  const otherRep = await makeRep((await db().strategy.findUniqueOrThrow({ where: { id: elsewhere } })).leadBodyId);
  for (let n = 0; n < 2; n++) {
    const person = await makePerson(`leaver${n}@example.org`);
    const [here, there] = [
      await sendHeldComment(strategyId, { text: "Here" }, person),
      await sendHeldComment(elsewhere, { text: "There" }, person),
    ];
    await decideAndMakeEdition(rep, here.caseId);
    await decideAndMakeEdition(otherRep, there.caseId);
    const before = await newestNumbers([strategyId, elsewhere]);
    await erasePerson(person);
    const after = [here, there].map(({ participantId }) => participantId);
    const planned = await Promise.all(after.map((id) => db().participant.findUniqueOrThrow({ where: { id } })));
    const waits = planned.map(({ leavesAtEdition }, index) => (leavesAtEdition ?? 0) - (before[index] ?? 0));
    for (const wait of waits) expect([1, 2, 3]).toContain(wait);
    for (let made = 1; made <= 3; made++) {
      await makeEdition(strategyId);
      const state = (await db().comment.findUniqueOrThrow({ where: { id: here.commentId } })).state;
      expect(state).toBe(made < (waits[0] ?? 0) ? "published" : "withdrawn");
    }
  }
  expect(await findTallyDifferences()).toEqual([]);
});

const newestNumbers = (strategies: string[]) =>
  Promise.all(
    strategies.map(async (id) => {
      const newest = await db().edition.findFirst({ where: { strategyId: id }, orderBy: { number: "desc" } });
      return newest?.number ?? 0;
    }),
  );
