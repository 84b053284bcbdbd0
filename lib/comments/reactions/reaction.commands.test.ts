import { solveChallenge } from "altcha-lib/v1";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { react } from "@/lib/comments/reactions/reaction.commands";
import { drawForReaction, ownReaction, verifyReactions } from "@/lib/comments/reactions/reaction.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NeedsPuzzle, NotFound, Refused, TooMany } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makePuzzle } from "@/lib/security/proof-of-work";
import { wilsonLowerBound } from "@/lib/summaries/wilson";
import type { ReactionValue } from "@/prisma/generated/enums";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
let rep: Person;

beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

async function published() {
  const sent = await sendOne(strategyId);
  await decide(rep, sent.caseId, publishIt);
  return sent;
}

const say = (person: Person, comment: string, value: ReactionValue, formId: string | null = null) =>
  react(person, strategyId, { comment, value, formId }, newFormId());

async function countsOf(id: string) {
  const { agrees, disagrees, passes } = await db().comment.findUniqueOrThrow({ where: { id } });
  return [agrees, disagrees, passes];
}

describe("reacting", () => {
  test("one a person, changed as often as they like; the counts follow", async () => {
    const { commentId } = await published();
    const person = await makeAccount();
    const { participantId, receipt } = await say(person, commentId, "agree");
    expect(receipt).toBeNull();
    await say(person, commentId, "agree");
    expect(await countsOf(commentId)).toEqual([1, 0, 0]);
    await say(person, commentId, "disagree");
    await say(await makeAccount(), commentId, "pass");
    expect(await countsOf(commentId)).toEqual([0, 1, 1]);
    expect(await ownReaction(participantId, commentId)).toBe("disagree");
    expect(await verifyReactions()).toEqual([]);
  });

  test("by many at once, and by one person many times at once", async () => {
    const { commentId, comment } = await published();
    const people = await Promise.all(Array.from({ length: 12 }, makeAccount));
    const values: ReactionValue[] = ["agree", "disagree", "pass"];
    const many = people.flatMap((person) => values.map((value) => say(person, commentId, value)));
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect((await countsOf(commentId)).reduce((a, b) => a + b)).toBe(12);
    expect(await verifyReactions()).toEqual([]);
    const [agrees = 0] = await countsOf(commentId);
    const thread = await db().thread.findUniqueOrThrow({ where: { id: comment.threadId } });
    expect(thread.support).toBeCloseTo(wilsonLowerBound(agrees, 12), 9);
  });

  test("somebody new gets a receipt with the first one, once, and consent is kept", async () => {
    const { commentId } = await published();
    const formId = newFormId();
    const first = await say(visitor, commentId, "agree", formId);
    expect(first.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await say(visitor, commentId, "agree", formId)).toEqual(first);
    expect(await countsOf(commentId)).toEqual([1, 0, 0]);
    const participant = await db().participant.findUniqueOrThrow({ where: { id: first.participantId } });
    expect(participant.consentedAt).not.toBeNull();
    await expect(say(visitor, commentId, "agree")).rejects.toThrow(Refused);
  });

  test("not to one's own, one that is not published, or of another strategy, or when closed", async () => {
    const { commentId, participantId } = await published();
    const author = { ...visitor, participantId, participantStrategyId: strategyId };
    await expect(say(author, commentId, "agree")).rejects.toThrow("You wrote this comment yourself");
    const { commentId: held } = await sendOne(strategyId);
    const person = await makeAccount();
    await expect(say(person, held, "agree")).rejects.toThrow(NotFound);
    const input = { comment: commentId, value: "agree", formId: null } as const;
    await expect(react(person, "west-midlands", input, "c")).rejects.toThrow(NotFound);
    await db().strategy.update({ where: { id: strategyId }, data: { closesAt: new Date(0) } });
    await expect(say(person, commentId, "agree")).rejects.toThrow("has closed");
    await db().strategy.update({ where: { id: strategyId }, data: { closesAt: null } });
    await withdraw(author, commentId);
    await expect(say(person, commentId, "agree")).rejects.toThrow(NotFound);
    expect(
      await db().participant.count({
        where: { id: { notIn: [participantId] }, comments: { none: {} }, reactions: { none: {} } },
      }),
    ).toBe(0);
  });

  test("a script is stopped, without any address being kept", async () => {
    const { commentId } = await published();
    const person = await makeAccount();
    await say(person, commentId, "agree");
    for (let n = 0; n < 200; n++) await say(person, commentId, n % 2 ? "agree" : "disagree");
    await expect(say(person, commentId, "pass")).rejects.toThrow(TooMany);
  }, 60_000);

  test("the most supported comes first", async () => {
    const [liked, disliked] = [await published(), await published()];
    for (let n = 0; n < 12; n++) await say(await makeAccount(), liked.commentId, "agree");
    for (let n = 0; n < 12; n++) await say(await makeAccount(), disliked.commentId, "disagree");
    const { items } = await listThreads({ strategyId }, "supported");
    expect(items[0]?.first.id).toBe(liked.commentId);
  });
});

describe("the next one", () => {
  test("is one not reacted to, nor one's own, until there is none", async () => {
    const person = await makeAccount();
    const own = await sendOne(strategyId, {}, person);
    await decide(rep, own.caseId, publishIt);
    const all = await db().comment.count({ where: { strategyId, state: "published", isReply: false } });
    const seen = new Set<string>();
    for (let next = await drawForReaction(strategyId, own.participantId); next; ) {
      expect(seen.has(next.id)).toBe(false);
      seen.add(next.id);
      await say(person, next.id, "pass");
      next = await drawForReaction(strategyId, own.participantId);
    }
    expect(seen.size).toBe(all - 1);
    expect(seen.has(own.commentId)).toBe(false);
  });

  test("is not the one that was just skipped, unless it is the only one", async () => {
    const first = await drawForReaction(strategyId, null);
    for (let n = 0; n < 20; n++) expect((await drawForReaction(strategyId, null, first?.id))?.id).not.toBe(first?.id);
    expect(await drawForReaction("dorset", null)).toBeNull();
  });
});

test("the database's Wilson bound is that of the summaries", async () => {
  for (const [agrees, reacted] of [
    [0, 0],
    [8, 10],
    [4, 4],
    [0, 50],
    [95, 100],
    [3333, 5000],
  ] as const) {
    const [row] = await db().$queryRaw<{ w: number }[]>`SELECT wilson(${agrees}::int, ${reacted}::int) AS w`;
    expect(row?.w).toBeCloseTo(wilsonLowerBound(agrees, reacted), 9);
  }
});

test("beyond a network's twenty new people each answer takes a puzzle; with an account none does", async () => {
  const { commentId } = await published();
  const client = newFormId();
  const answer = (person: Person, puzzle = "") =>
    react(person, strategyId, { comment: commentId, value: "agree", formId: newFormId(), puzzle }, client);
  for (let n = 0; n < 20; n++) await answer(visitor);
  await expect(answer(visitor)).rejects.toThrow(NeedsPuzzle);
  await expect(answer(visitor, "e30=")).rejects.toThrow(NeedsPuzzle);
  const { maxnumber, ...puzzle } = await makePuzzle();
  const solved = await solveChallenge(puzzle.challenge, puzzle.salt, "SHA-256", maxnumber).promise;
  const solution = Buffer.from(JSON.stringify({ ...puzzle, number: solved?.number })).toString("base64");
  expect((await answer(visitor, solution)).receipt).not.toBeNull();
  await expect(answer(visitor, solution)).rejects.toThrow(NeedsPuzzle);
  await answer(await makeAccount());
  expect(await countsOf(commentId)).toEqual([22, 0, 0]);
});
