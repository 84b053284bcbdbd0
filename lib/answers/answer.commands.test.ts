import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAnswer, publishAnswer, reviewAnswer, reviseAnswer } from "@/lib/answers/answer.commands";
import { findAnswerId, getAnswer } from "@/lib/answers/answer.queries";
import { closeAnswers } from "@/lib/answers/closure.commands";
import { getDesk } from "@/lib/answers/desk.queries";
import { recordDeskVisit } from "@/lib/answers/desk-visit.commands";
import { addNote, addTag, removeNote, removeTag } from "@/lib/answers/note.commands";
import { getNotes, listNoteRows, listTaggedThreads, listTags } from "@/lib/answers/note.queries";
import { getAnswerProgress } from "@/lib/answers/progress.queries";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { archiveStrategy } from "@/lib/strategies/consultation.commands";
import { listParagraphOptions } from "@/lib/strategies/versions/paragraph.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const secret = "Only the rep may read this: 07700 900123";
let rep: Person;
let threadId: string;

beforeAll(async () => {
  await openStrategy("west-midlands");
  rep = await makeRep("west-midlands");
  threadId = await publishComment("The first bus comes too late.", ["transport-to-work"]);
  await publishComment("Pay is too low.", ["pay", "skills"]);
  await sendHeldComment("west-midlands", { text: secret, themes: ["housing"] }); // held
});

async function publishComment(text: string, themes: string[]): Promise<string> {
  const { caseId, comment } = await sendHeldComment("west-midlands", { text, themes });
  await decideAndMakeEdition(rep, caseId);
  return comment.threadId;
}

async function makeOfficer(bodyId: string, label: string): Promise<Person> {
  const account = await db().account.create({ data: { label } });
  await db().grant.create({ data: { accountId: account.id, role: "officer", bodyId } });
  return { ...visitor, accountId: account.id, label, grants: [{ role: "officer", bodyId, unionId: null }] };
}
const twoOfficers = () => Promise.all(["Asha", "Ben"].map((label) => makeOfficer("west-midlands", label)));
const sourceOf = (point: string) => ({ strategy: "west-midlands", kind: "theme" as const, point });
const answerFields = {
  decision: "partly_accepted",
  why: "We heard you.",
  changed: "A bus at five.",
  paragraph: null,
} as const;
const versionOf = async (id: string) => (await db().answer.findUniqueOrThrow({ where: { id } })).version;

async function publishOn(point: string): Promise<string> {
  const [asha, ben] = (await twoOfficers()) as [Person, Person];
  const id = await createAnswer(asha, sourceOf(point), answerFields);
  await reviewAnswer(ben, id, 1, true);
  return id;
}

describe("answers", () => {
  test("officers see a draft and a second one reviews it; once published it is public, and authors are notified", async () => {
    const [asha, ben] = (await twoOfficers()) as [Person, Person];
    const paragraph = (await listParagraphOptions("west-midlands"))[0]?.value ?? null;
    const id = await createAnswer(asha, sourceOf("transport-to-work"), { ...answerFields, paragraph });
    expect((await listPublishedAnswers({ strategyId: "west-midlands" })).items).toEqual([]);
    expect(await getAnswer(visitor, id)).toBeNull();
    expect(await getAnswer(rep, id)).toBeNull();
    expect(await findAnswerId(ben, "west-midlands", "theme", "transport-to-work")).toBe(id);
    await expect(publishAnswer(ben, id, 1)).rejects.toThrow("A second officer must review it first");
    await expect(reviewAnswer(asha, id, 1, true)).rejects.toThrow("You wrote this");
    await reviewAnswer(ben, id, 1, false);
    expect((await listPublishedAnswers({ strategyId: "west-midlands" })).items).toEqual([]);
    await publishAnswer(asha, id, 2);
    const [entry] = (await listPublishedAnswers({ strategyId: "west-midlands" })).items;
    expect(entry).toMatchObject({
      id,
      source: { comments: 1 },
      current: { decision: "partly_accepted", paragraph: { version: 1 } },
    });
    expect(entry?.current.week).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(new Date(entry?.current.week ?? "").getUTCDay()).toBe(1);
    expect((await listPublishedAnswers({ lepId: "black-country" })).items).toHaveLength(1);
    const notices = await db().notice.findMany({ where: { kind: "answer-published" } });
    expect(notices.map(({ facts }) => facts)).toEqual([{ answer: id }]);
  });

  test("a new revision is a draft, the published one stays public, and none can be rewritten", async () => {
    const id = await publishOn("pay");
    const [asha, ben] = (await twoOfficers()) as [Person, Person];
    await reviseAnswer(asha, id, await versionOf(id), { ...answerFields, why: "We thought again." });
    const published = async () =>
      (await listPublishedAnswers({ strategyId: "west-midlands" })).items.find((entry) => entry.id === id);
    expect((await published())?.current.why).toBe("We heard you.");
    await reviewAnswer(ben, id, await versionOf(id), true);
    expect((await published())?.current.why).toBe("We thought again.");
    expect((await published())?.earlier.map(({ why }) => why)).toEqual(["We heard you."]);
    await expect(
      db().answerRevision.updateMany({ where: { answerId: id }, data: { why: "Never said." } }),
    ).rejects.toThrow();
    await expect(db().answerRevision.deleteMany({ where: { answerId: id } })).rejects.toThrow();
  });

  test("of two officers at once one succeeds, and the other gets a conflict that names the first", async () => {
    const [asha, ben] = (await twoOfficers()) as [Person, Person];
    const id = await createAnswer(asha, sourceOf("skills"), answerFields);
    const carl = await makeOfficer("west-midlands", "Carl");
    for (const command of [
      (officer: Person, version: number) => reviseAnswer(officer, id, version, answerFields),
      (officer: Person, version: number) => reviewAnswer(officer, id, version, true),
    ]) {
      const version = await versionOf(id);
      const writer = (await getAnswer(ben, id))?.facts.writtenById;
      const pair = [asha, ben, carl].filter(({ accountId }) => accountId !== writer).slice(0, 2);
      const tries = await Promise.allSettled(pair.map((officer) => command(officer, version)));
      const lost = tries.filter((one) => one.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(Conflict);
      expect(lost[0]?.reason.message).toMatch(/^(Asha|Ben|Carl) got there first and (changed its text|published it)/);
    }
  });

  test("two starts at once give one answer to a source", async () => {
    const tries = await Promise.allSettled(
      (await twoOfficers()).map((officer) =>
        createAnswer(officer, { strategy: "west-midlands", kind: "thread", point: threadId }, answerFields),
      ),
    );
    const lost = tries.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(await db().answer.count({ where: { sourceId: threadId } })).toBe(1);
  });

  test("officers of other bodies, reps and visitors cannot answer; unknown and unpublished sources cannot be answered", async () => {
    const [asha] = (await twoOfficers()) as [Person, Person];
    for (const who of [
      visitor,
      rep,
      await makeOfficer("black-country", "Dee"),
      await makeOfficer("cornwall-scilly", "Eve"),
    ])
      await expect(createAnswer(who, sourceOf("transport-to-work"), answerFields)).rejects.toThrow(NotFound);
    await expect(createAnswer(asha, sourceOf("housing"), answerFields)).rejects.toThrow(NotFound); // a comment, but not published
    await expect(createAnswer(asha, sourceOf("broadband"), answerFields)).rejects.toThrow(NotFound);
    const held = await db().comment.findFirstOrThrow({ where: { state: "held" } });
    const onThread = { strategy: "west-midlands", kind: "thread" as const, point: held.threadId };
    await expect(createAnswer(asha, onThread, answerFields)).rejects.toThrow(NotFound);
    const id = await findAnswerId(asha, "west-midlands", "theme", "pay");
    await expect(
      reviseAnswer(asha, id ?? "", await versionOf(id ?? ""), { ...answerFields, paragraph: "nowhere" }),
    ).rejects.toThrow(RuleViolation);
  });
});

test("a published collective response can be answered, a draft cannot", async () => {
  const [asha] = (await twoOfficers()) as [Person, Person];
  const row = { strategyId: "west-midlands", unionId: "unison", createdById: asha.accountId ?? "" };
  const { id } = await db().collectiveResponse.create({ data: { ...row, branch: "Dudley" } });
  const onIt = { strategy: "west-midlands", kind: "response" as const, point: id };
  await expect(createAnswer(asha, onIt, answerFields)).rejects.toThrow(NotFound);
  expect((await getDesk(asha))[0]?.strategies[0]?.responses).toEqual([]);
  await db().collectiveResponse.update({ where: { id }, data: { revision: 1 } });
  expect((await getDesk(asha))[0]?.strategies[0]?.responses).toEqual([{ id, title: "UNISON, Dudley" }]);
  const answer = await createAnswer(asha, onIt, answerFields);
  expect((await getAnswer(asha, answer))?.source).toMatchObject({ kind: "response", title: "UNISON, Dudley" });
});

describe("the desk", () => {
  test("shows published data only", async () => {
    const [asha] = (await twoOfficers()) as [Person, Person];
    const all = JSON.stringify([
      await getDesk(asha),
      await listPublishedAnswers({ strategyId: "west-midlands" }),
      await getAnswerProgress("west-midlands"),
      await listNoteRows(asha, "west-midlands"),
    ]);
    expect(all).not.toContain("07700");
    expect(all).not.toContain("housing");
    for (const { participantId } of await db().comment.findMany()) expect(all).not.toContain(participantId);
  });

  test("counts new comments from the week of the last visit", async () => {
    const [asha] = (await twoOfficers()) as [Person, Person];
    const newComments = async () => (await getDesk(asha))[0]?.strategies[0]?.newComments;
    expect(await newComments()).toBe(2);
    await db().comment.updateMany({ where: { state: "published" }, data: { week: new Date("2020-01-06") } });
    await recordDeskVisit(asha, "west-midlands");
    expect(await newComments()).toBe(0);
    await expect(recordDeskVisit(rep, "west-midlands")).rejects.toThrow(NotFound);
  });

  test("officers of one body share notes and tags, and nobody else sees them", async () => {
    const [asha, ben] = (await twoOfficers()) as [Person, Person];
    const target = { bodyId: "west-midlands", threadId };
    await addNote(asha, target, "Ask the bus company.");
    await addTag(asha, target, "buses");
    await addTag(ben, target, "buses");
    const noted = await getNotes(ben, "west-midlands", threadId);
    expect(noted).toMatchObject({ notes: [{ text: "Ask the bus company.", by: "Asha" }], tags: ["buses"] });
    expect(await listNoteRows(ben, "west-midlands")).toMatchObject([{ threadId, tags: ["buses"] }]);
    expect(await listTags(ben, "west-midlands")).toEqual(["buses"]);
    expect(await listTaggedThreads(ben, "west-midlands", "buses")).toEqual([threadId]);
    expect(await listTaggedThreads(ben, "west-midlands", "trams")).toEqual([]);
    const dee = await makeOfficer("black-country", "Dee");
    expect(await listTags(dee, "black-country")).toEqual([]);
    expect(await listTaggedThreads(dee, "black-country", "buses")).toEqual([]);
    expect(await getNotes(dee, "black-country", threadId)).toEqual({ notes: [], tags: [] });
    for (const who of [dee, rep, visitor]) {
      await expect(getNotes(who, "west-midlands", threadId)).rejects.toThrow(NotFound);
      await expect(listNoteRows(who, "west-midlands")).rejects.toThrow(NotFound);
      await expect(listTags(who, "west-midlands")).rejects.toThrow(NotFound);
      await expect(listTaggedThreads(who, "west-midlands", "buses")).rejects.toThrow(NotFound);
      await expect(addNote(who, target, "x")).rejects.toThrow(NotFound);
      await expect(addTag(who, target, "x")).rejects.toThrow(NotFound);
    }
    const elsewhere = await makeOfficer("cornwall-scilly", "Eve");
    await expect(addTag(elsewhere, { bodyId: "cornwall-scilly", threadId }, "x")).rejects.toThrow(NotFound);
    await removeTag(ben, target, "buses");
    await removeNote(ben, target, noted.notes[0]?.id ?? "");
    expect(await getNotes(asha, "west-midlands", threadId)).toEqual({ notes: [], tags: [] });
  });
});

test("answers cannot be marked as complete while a theme with comments has none", async () => {
  const [asha, ben] = (await twoOfficers()) as [Person, Person];
  await expect(closeAnswers(asha, "west-midlands")).rejects.toThrow("still open for comments");
  await publishComment("A home near work.", ["young-workers"]);
  await db().strategy.update({
    where: { id: "west-midlands" },
    data: { phase: "closed", closesAt: new Date("2020-01-06") },
  });
  expect(await getAnswerProgress("west-midlands")).toMatchObject({
    state: "over",
    unanswered: [{ id: "young-workers" }],
  });
  await expect(closeAnswers(asha, "west-midlands")).rejects.toThrow("Young workers");
  await publishOn("young-workers");
  for (const who of [rep, visitor, await makeOfficer("black-country", "Dee")])
    await expect(closeAnswers(who, "west-midlands")).rejects.toThrow(NotFound);
  const tries = await Promise.allSettled([asha, ben].map((who) => closeAnswers(who, "west-midlands")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await getAnswerProgress("west-midlands")).toMatchObject({ state: "complete", unanswered: [] });
});

test("a comment that is published late has to be answered before the strategy is archived", async () => {
  const [asha] = (await twoOfficers()) as [Person, Person];
  const waiting = await db().case.findFirstOrThrow({ where: { strategyId: "west-midlands", state: "open" } });
  await decideAndMakeEdition(rep, waiting.id);
  expect(await getAnswerProgress("west-midlands")).toMatchObject({ state: "over", unanswered: [{ id: "housing" }] });
  await expect(archiveStrategy(asha, "west-midlands")).rejects.toThrow("Housing");
  await publishOn("housing");
  await archiveStrategy(asha, "west-midlands");
  expect(await db().strategy.findUnique({ where: { id: "west-midlands" } })).toMatchObject({ phase: "archived" });
});
