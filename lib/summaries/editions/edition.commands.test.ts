import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listRecordEntries } from "@/lib/audit/record.queries";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread, listPublishedComments } from "@/lib/comments/comment.queries";
import { correctLocation } from "@/lib/comments/location.commands";
import { getOwnLocation } from "@/lib/comments/location.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { replyToThread } from "@/lib/comments/submission.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { verifyListedThreads } from "@/lib/comments/threads/listed-thread.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import {
  listDecisionLog,
  listModerationFigures,
  verifyDecisionCounts,
} from "@/lib/moderation/decisions/transparency.queries";
import { expireHolds } from "@/lib/moderation/reports/hold.commands";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import type { Person } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { makeDueEditions, makeEdition, makeEditionNow } from "@/lib/summaries/editions/edition.commands";
import { listEditions, listWaitingCounts } from "@/lib/summaries/editions/edition.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";
import { createTestDatabase } from "@/scripts/test/database";
import {
  makeAccount,
  makeCommentInput,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly"; // one LEP, of the same name
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

const publicIds = async () => (await listPublishedComments({ strategyId }, null, 100)).items.map(({ id }) => id);
const threadsOf = async (slug = strategyId) => (await listThreads({ strategyId: slug })).items;
const newest = () => db().edition.findFirstOrThrow({ where: { strategyId }, orderBy: { number: "desc" } });
const countsOf = async (id: string) => {
  const { agrees, disagrees, passes } = await db().comment.findUniqueOrThrow({ where: { id } });
  return [agrees, disagrees, passes];
};

/** A comment that a rep has published and no edition yet. */
async function sendReadyComment(person?: Person, overrides = {}) {
  const sent = await sendHeldComment(strategyId, overrides, person);
  await decideCase(rep, sent.caseId, publishDecision);
  return sent;
}

async function sendPublicComment(person?: Person, overrides = {}) {
  const sent = await sendReadyComment(person, overrides);
  await makeEdition(strategyId);
  return sent;
}

const react = (person: Person, comment: string, value: "agree" | "disagree" | "pass") =>
  reactToComment(person, strategyId, { comment, value, formId: null }, "client");

beforeEach(() => makeEdition(strategyId)); // what an earlier test left

test("a comment and a reply that a rep published are public from the next edition, with all their counts", async () => {
  const { commentId, comment } = await sendReadyComment(undefined, { themes: ["transport-to-work"], stance: "for" });
  const { commentId: first, comment: firstComment } = await sendPublicComment();
  expect(await publicIds()).toContain(commentId);
  const input = { ...(await makeCommentInput(strategyId)), themes: undefined, district: undefined, sector: undefined };
  const { themes: _t, district: _d, sector: _s, paragraph: _p, ...replyInput } = input;
  const reply = await replyToThread(await makeAccount(), strategyId, firstComment.threadId, replyInput);
  const { id: caseId } = await db().case.findFirstOrThrow({ where: { commentId: reply.commentId } });
  const later = await sendReadyComment();
  const before = await newest();
  await decideCase(rep, caseId, publishDecision);
  expect(await db().comment.findUnique({ where: { id: reply.commentId } })).toMatchObject({
    state: "ready",
    week: null,
  });
  expect(await publicIds()).not.toContain(reply.commentId);
  expect(await publicIds()).not.toContain(later.commentId);
  expect(await getThread(strategyId, later.comment.threadId, null)).toBeNull();
  expect((await getThread(strategyId, firstComment.threadId, null))?.replies.items).toEqual([]);
  await makeEdition(strategyId);
  expect(await publicIds()).toEqual(expect.arrayContaining([reply.commentId, later.commentId, first]));
  expect((await getThread(strategyId, firstComment.threadId, null))?.replies.items).toHaveLength(1);
  const thread = (await threadsOf()).find(({ id }) => id === firstComment.threadId);
  expect(thread?.replyCount).toBe(1);
  expect((await listThreads({ strategyId, theme: "transport-to-work", stance: "for" })).items).toMatchObject([
    { id: comment.threadId },
  ]);
  expect(await newest()).toMatchObject({
    number: before.number + 1,
    comments: 1,
    replies: 1,
    left: 0,
    total: before.total + 2,
  });
  const [summary] = await listLepSummaries(strategyId);
  expect(summary?.counts.comments).toBe(before.total + 2);
  expect(await findTallyDifferences()).toEqual([]);
  expect(await verifyListedThreads()).toEqual([]);
});

test("reactions are counted with the next edition, changes too, and stay when their author is erased", async () => {
  const { commentId } = await sendPublicComment();
  const [one, two] = [await makeAccount(), await makeAccount()];
  await react(one, commentId, "agree");
  await react(two, commentId, "pass");
  expect(await countsOf(commentId)).toEqual([0, 0, 0]);
  await makeEdition(strategyId);
  expect(await countsOf(commentId)).toEqual([1, 0, 1]);
  expect(await newest()).toMatchObject({ reactions: 2 });
  await react(one, commentId, "disagree");
  expect(await countsOf(commentId)).toEqual([1, 0, 1]);
  await makeEdition(strategyId);
  expect(await countsOf(commentId)).toEqual([0, 1, 1]);
  await react(one, commentId, "agree"); // changed, and erased before an edition counted the change
  await erasePerson(one);
  await makeEdition(strategyId);
  expect(await countsOf(commentId)).toEqual([0, 1, 1]);
  expect(await db().reaction.count({ where: { commentId } })).toBe(1);
});

test("a withdrawal and a removal are public at once; counts follow with the edition", async () => {
  const author = await makeAccount();
  const { commentId } = await sendPublicComment(author);
  const { total, number } = await newest();
  await withdrawComment(author, commentId);
  expect(await publicIds()).not.toContain(commentId);
  expect((await listLepSummaries(strategyId))[0]?.counts.comments).toBe(total);
  expect(await findTallyDifferences()).toEqual([]); // one that left since the edition is no fault
  await makeEdition(strategyId);
  expect(await newest()).toMatchObject({ number: number + 1, left: 1, total: total - 1 });
  expect((await listLepSummaries(strategyId))[0]?.counts.comments).toBe(total - 1);
});

test("a comment that was held as illegal and let go comes back with the next edition, under its first week", async () => {
  const { commentId } = await sendPublicComment();
  const first = await db().comment.update({ where: { id: commentId }, data: { week: new Date("2026-03-02") } });
  const report = {
    kind: "illegal",
    reason: "threat",
    details: "It is a threat.",
    comment: commentId,
    formId: null,
  } as const;
  await reportComment(await makeAccount(), strategyId, report as never, "client");
  expect(await publicIds()).not.toContain(commentId);
  await expireHolds(new Date(Date.now() + 90 * 60 * 60_000));
  expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({ state: "ready" });
  expect((await getThread(strategyId, first.threadId, null))?.first).toMatchObject({ state: "held", text: "" });
  await makeEdition(strategyId);
  expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({
    state: "published",
    week: first.week,
  });
});

test("a corrected workplace is the author's at once, and counts from the next edition", async () => {
  const author = await makeAccount();
  const { commentId } = await sendPublicComment(author, { district: "E06000052", sector: "H" });
  await correctLocation(author, commentId, { district: null, sector: "Q" });
  const sectorOf = async () => (await db().comment.findUniqueOrThrow({ where: { id: commentId } })).sectorId;
  expect(await getOwnLocation(author, commentId)).toMatchObject({ districtId: null, sectorId: "Q" });
  expect(await sectorOf()).toBe("H");
  await makeEdition(strategyId);
  expect(await sectorOf()).toBe("Q");
  expect(await getOwnLocation(author, commentId)).toMatchObject({ districtId: null, sectorId: "Q" });
});

test("how many comments wait moves with editions, to the nearest 5", async () => {
  const before = (await listWaitingCounts(strategyId)).get(strategyId);
  expect(before ?? null).toBeNull();
  for (let n = 0; n < 6; n++) await sendHeldComment(strategyId);
  expect((await listWaitingCounts(strategyId)).get(strategyId) ?? null).toBeNull();
  await makeEdition(strategyId);
  expect((await listWaitingCounts(strategyId)).get(strategyId)).toBe(5);
});

test("the hash is of the contents: equal contents have equal hashes, and one reaction changes it", async () => {
  const { commentId } = await sendPublicComment();
  const first = await newest();
  await makeEdition(strategyId);
  const second = await newest();
  expect(second.number).toBe(first.number + 1);
  expect(second.hash).toEqual(first.hash);
  await react(await makeAccount(), commentId, "agree");
  await makeEdition(strategyId);
  expect((await newest()).hash).not.toEqual(first.hash);
});

test("two processes at once make one edition; an edition can be neither changed nor deleted", async () => {
  const { number } = await newest();
  await sendReadyComment();
  const made = await Promise.all([makeEdition(strategyId), makeEdition(strategyId), makeEdition(strategyId)]);
  const done = made.filter((one) => one !== null);
  expect(new Set(done).size).toBe(done.length);
  expect((await newest()).number).toBe(number + done.length);
  await expect(db().edition.deleteMany()).rejects.toThrow("append-only");
  await expect(db().edition.updateMany({ data: { total: 0 } })).rejects.toThrow("append-only");
});

test("the job makes each strategy's edition once a morning, and goes on after a strategy was done", async () => {
  const schedule = { time: "06:00", everyMinute: false };
  const nextMorning = new Date(Date.now() + 24 * 60 * 60_000);
  await openStrategy("west-midlands");
  await makeEdition("west-midlands", nextMorning); // as if the job had been killed after this one
  expect(await makeDueEditions(nextMorning, schedule)).toEqual([strategyId]);
  expect(await makeDueEditions(nextMorning, schedule)).toEqual([]);
  const { commentId } = await sendReadyComment();
  expect(await makeDueEditions(nextMorning, { ...schedule, everyMinute: true })).toContain(strategyId);
  expect(await publicIds()).toContain(commentId);
  expect(await makeDueEditions(nextMorning, { ...schedule, everyMinute: true })).not.toContain(strategyId);
});

test("people who withdraw and react while an edition is made lose nothing", async () => {
  const author = await makeAccount();
  const sent = await Promise.all([1, 2, 3, 4, 5, 6].map(() => sendReadyComment(author)));
  await makeEdition(strategyId);
  const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => makeAccount()));
  await Promise.all([
    ...sent.flatMap(({ commentId }) => readers.map((reader) => react(reader, commentId, "agree").catch(() => null))),
    ...sent.slice(0, 3).map(({ commentId }) => withdrawComment(author, commentId)),
    makeEdition(strategyId),
    makeEdition(strategyId),
  ]);
  await makeEdition(strategyId);
  for (const { commentId } of sent.slice(3)) expect(await countsOf(commentId)).toEqual([6, 0, 0]);
  expect(await findTallyDifferences()).toEqual([]);
});

test("editions are listed newest first, a page at a time, with numbers and the hash only", async () => {
  const other = "dorset";
  await openStrategy(other);
  expect(await listEditions(other, null)).toEqual({ items: [], next: null });
  for (let made = 0; made < 52; made++) await makeEdition(other);
  const first = await listEditions(other, null);
  expect(first.items.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => 52 - index));
  expect(first.next).toBe(3);
  expect(first.items[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(first.items[0] ?? {}).sort()).toEqual(
    ["comments", "hash", "left", "madeAt", "number", "reactions", "replies", "total"].sort(),
  );
  const last = await listEditions(other, first.next);
  expect(last.items.map(({ number }) => number)).toEqual([2, 1]);
  expect(last.next).toBeNull();
});

test("the record of decisions and its figures move with editions: shuffled, with the edition's day", async () => {
  const other = "heart-of-the-south-west";
  await openStrategy(other);
  const { leadBodyId } = await db().strategy.findUniqueOrThrow({ where: { id: other } });
  const localRep = await makeRep(leadBodyId);
  const figures = async () => (await listModerationFigures(leadBodyId))[0];
  await makeEdition(other);
  expect(await figures()).toBeUndefined();
  const decided: string[] = [];
  for (let n = 0; n < 12; n++) {
    const { caseId } = await sendHeldComment(other);
    await decideCase(
      localRep,
      caseId,
      n === 3 ? { ...publishDecision, decision: "reject", reason: "off-topic" } : publishDecision,
    );
    decided.push((await db().decision.findFirstOrThrow({ where: { caseId } })).id);
  }
  expect(await figures()).toBeUndefined();
  expect(await listRecordEntries(leadBodyId, 0, 100)).toEqual([]);
  const editionDay = new Date("2027-03-05T06:00:00Z");
  await makeEdition(other, editionDay);
  const entries = await listRecordEntries(leadBodyId, 0, 100);
  expect(entries.map(({ number }) => number)).toEqual(decided.map((_, index) => index + 1));
  expect(new Set(entries.map(({ day }) => day))).toEqual(new Set(["2027-03-05"]));
  expect(entries.map(({ link }) => link?.id).toSorted()).toEqual(decided.toSorted());
  expect(entries.map(({ link }) => link?.id)).not.toEqual(decided); // equal once in 12!
  expect((await listDecisionLog(leadBodyId, null)).items[0]).toMatchObject({ number: 12, day: "2027-03-05" });
  const shown = await figures();
  expect(shown?.chain.length).toBe(12);
  expect(shown?.actions).toEqual([
    { action: "publish", count: 11 },
    { action: "reject", count: 1 },
  ]);
  await decideCase(localRep, (await sendHeldComment(other)).caseId, publishDecision);
  expect(await figures()).toEqual(shown);
  expect(await listRecordEntries(leadBodyId, 0, 100)).toEqual(entries);
  await makeEdition(other);
  expect((await figures())?.chain.length).toBe(13);
  expect(await verifyDecisionCounts()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});

test("whoever wants an edition now waits for the one that another process is making", async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`edition:${strategyId}`]);
  expect(await makeEdition(strategyId)).toBeNull();
  const wanted = makeEditionNow(strategyId);
  await client.query("SELECT pg_sleep(0.4)");
  await client.query("COMMIT");
  await client.end();
  const newest = await db().edition.findFirstOrThrow({ where: { strategyId }, orderBy: { number: "desc" } });
  expect(await wanted).toBeGreaterThanOrEqual(newest.number);
});
