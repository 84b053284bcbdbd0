import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnReactions } from "@/lib/comments/reactions/own-reaction.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listNewNotices, listNotices } from "@/lib/moderation/decisions/own-notice.queries";
import { markNoticesSeen } from "@/lib/notifications/notice.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeAccount,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

test("an author, and nobody else, reads what was decided and why, newest first", async () => {
  const [person, other] = [await makeAccount(), await makeAccount()];
  const published = await sendHeldComment(strategyId, { text: "Published words" }, person);
  await decideAndMakeEdition(rep, published.caseId);
  const rejected = await sendHeldComment(strategyId, { text: "An advert for vans" }, person);
  const no = { ...publishDecision, decision: "reject", reason: "advert", toAuthor: "No adverts here." } as const;
  await decideCase(rep, rejected.caseId, no);
  const { items } = await listNotices(person, null);
  expect(items).toMatchObject([
    {
      title: "A rep decided not to publish your comment.",
      reasonText: "Your comment sells or promotes something.",
      message: "No adverts here.",
      isNew: true,
      about: { isPublished: false, isOwn: true, text: "An advert for vans" },
    },
    { title: "Your comment is published.", reasonText: null, about: { isPublished: true, text: "Published words" } },
  ]);
  expect(items[0]?.nextStep).toContain("appeal");
  expect((await listNotices(other, null)).items).toEqual([]);
  expect((await listNotices(visitor, null)).items).toEqual([]);
  const byReceipt = { ...visitor, participantId: published.participantId, participantStrategyId: strategyId };
  expect((await listNotices(byReceipt, null)).items).toHaveLength(2);
});

test("the phrases of a returned comment are marked; a withdrawn comment has no text left", async () => {
  const person = await makeAccount();
  const sent = await sendHeldComment(strategyId, { text: "Ring Dave at the depot" }, person);
  await decideCase(rep, sent.caseId, {
    ...publishDecision,
    decision: "return",
    reason: "identifies-someone",
    phrases: ["Dave"],
  });
  const [notice] = (await listNotices(person, null)).items;
  expect(notice?.segments.filter(({ isMarked }) => isMarked)).toMatchObject([{ text: "Dave" }]);
  await withdrawComment(person, sent.commentId);
  const [after] = (await listNotices(person, null)).items;
  expect(JSON.stringify(after)).not.toContain("Dave");
});

test("lists twenty a page, and seen notices are no longer new", async () => {
  const person = await makeAccount();
  const { participantId, commentId } = await sendHeldComment(strategyId, {}, person);
  await db().notice.createMany({
    data: Array.from({ length: 25 }, (_, n) => ({
      participantId,
      commentId,
      kind: n === 0 ? "made-up" : "report-dismissed",
      facts: {},
      createdAt: new Date(Date.UTC(2026, 0, 1 + (n % 5))), // several at the same time
    })),
  });
  const first = await listNotices(person, null);
  const second = await listNotices(person, first.next);
  expect([first.items.length, second.items.length, second.next]).toEqual([20, 5, null]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(25);
  const titles = [...first.items, ...second.items].map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith("You reported a comment. A rep read"))).toHaveLength(24);
  const stranger = await makeAccount();
  await markNoticesSeen(stranger, [first.items[0]?.id ?? ""]);
  expect(await listNewNotices(person, 3)).toHaveLength(3);
  await markNoticesSeen(
    person,
    first.items.map(({ id }) => id),
  );
  expect(await listNewNotices(person, 3)).toEqual([]);
});

test("a person's replies are listed for them; a deleted comment shows no text", async () => {
  const [author, person] = [await makeAccount(), await makeAccount()];
  for (const text of ["Stays", "Goes"]) {
    const { commentId, caseId } = await sendHeldComment(strategyId, { text }, author);
    await decideAndMakeEdition(rep, caseId);
    await reactToComment(person, strategyId, { comment: commentId, value: "agree", formId: null }, "client");
    if (text === "Goes") await withdrawComment(author, commentId);
  }
  const { items, next } = await listOwnReactions(person, null);
  expect(items.map(({ text, value }) => [text, value]).sort()).toEqual([
    [null, "agree"],
    ["Stays", "agree"],
  ]);
  expect(next).toBeNull();
  expect((await listOwnReactions(author, null)).items).toEqual([]);
});

test("the notice of an answer says who answered, and leads to the answer", async () => {
  const person = await makeAccount();
  const { comment } = await sendHeldComment(strategyId, {}, person);
  const { participantId, id: commentId } = comment;
  const answer = await db().answer.create({
    data: {
      strategyId,
      bodyId: strategyId,
      sourceKind: "theme",
      sourceId: "pay",
      state: "published",
      publishedRevision: 1,
    },
  });
  await db().notice.create({
    data: { participantId, commentId, kind: "answer-published", facts: { answer: answer.id } },
  });
  const [notice] = (await listNotices(person, null)).items;
  expect(notice).toMatchObject({
    title: expect.stringMatching(/^Cornwall and Isles of Scilly .*answered what you raised\.$/),
    answer: { id: answer.id, strategyId },
  });
});
