import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { drawNextComment, getOwnReaction, verifyReactions } from "@/lib/comments/reactions/reaction.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, ProofOfWorkRequired, RateLimited, RuleViolation } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makePuzzle } from "@/lib/security/proof-of-work";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { wilsonLowerBound } from "@/lib/summaries/wilson";
import type { ReactionValue } from "@/prisma/generated/enums";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";
import { encodeSolution, solvePuzzle } from "@/scripts/test/solve-puzzle";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
let rep: Person;

beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

async function sendPublished() {
  const sent = await sendHeldComment(strategyId);
  await decideAndMakeEdition(rep, sent.caseId);
  return sent;
}

const reactAs = (person: Person, comment: string, value: ReactionValue, formId: string | null = null) =>
  reactToComment(person, strategyId, { comment, value, formId }, newFormId());

async function countsOf(id: string) {
  const { agrees, disagrees, passes } = await db().comment.findUniqueOrThrow({ where: { id } });
  return [agrees, disagrees, passes];
}

describe("reacting", () => {
  test("one a person, changed as often as they like; the counts follow", async () => {
    const { commentId } = await sendPublished();
    const person = await makeAccount();
    const { participantId, receipt } = await reactAs(person, commentId, "agree");
    expect(receipt).toBeNull();
    await reactAs(person, commentId, "agree");
    await makeEdition(strategyId);
    expect(await countsOf(commentId)).toEqual([1, 0, 0]);
    await reactAs(person, commentId, "disagree");
    await reactAs(await makeAccount(), commentId, "pass");
    await makeEdition(strategyId);
    expect(await countsOf(commentId)).toEqual([0, 1, 1]);
    expect(await getOwnReaction(participantId, commentId)).toBe("disagree");
    expect(await verifyReactions()).toEqual([]);
  });

  test("by many at once, and by one person many times at once", async () => {
    const { commentId, comment } = await sendPublished();
    const people = await Promise.all(Array.from({ length: 12 }, makeAccount));
    const values: ReactionValue[] = ["agree", "disagree", "pass"];
    const many = people.flatMap((person) => values.map((value) => reactAs(person, commentId, value)));
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    await makeEdition(strategyId);
    expect((await countsOf(commentId)).reduce((a, b) => a + b)).toBe(12);
    expect(await verifyReactions()).toEqual([]);
    const [agrees = 0] = await countsOf(commentId);
    const thread = await db().thread.findUniqueOrThrow({ where: { id: comment.threadId } });
    expect(thread.support).toBeCloseTo(wilsonLowerBound(agrees, 12), 9);
  });

  test("somebody new gets a receipt with the first one, once, and consent is kept", async () => {
    const { commentId } = await sendPublished();
    const formId = newFormId();
    const first = await reactAs(visitor, commentId, "agree", formId);
    expect(first.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await reactAs(visitor, commentId, "agree", formId)).toEqual(first);
    await makeEdition(strategyId);
    expect(await countsOf(commentId)).toEqual([1, 0, 0]);
    const participant = await db().participant.findUniqueOrThrow({ where: { id: first.participantId } });
    expect(participant.consentedAt).not.toBeNull();
    await expect(reactAs(visitor, commentId, "agree")).rejects.toThrow(RuleViolation);
  });

  test("not to one's own, one that is not published, or of another strategy, or when closed", async () => {
    const { commentId, participantId } = await sendPublished();
    const author = { ...visitor, participantId, participantStrategyId: strategyId };
    await expect(reactAs(author, commentId, "agree")).rejects.toThrow("You wrote this comment");
    const { commentId: heldId } = await sendHeldComment(strategyId);
    const person = await makeAccount();
    await expect(reactAs(person, heldId, "agree")).rejects.toThrow(NotFound);
    const input = { comment: commentId, value: "agree", formId: null } as const;
    await expect(reactToComment(person, "west-midlands", input, "c")).rejects.toThrow(NotFound);
    await db().strategy.update({ where: { id: strategyId }, data: { closesAt: new Date(0) } });
    await expect(reactAs(person, commentId, "agree")).rejects.toThrow("has closed");
    await db().strategy.update({ where: { id: strategyId }, data: { closesAt: null } });
    await withdrawComment(author, commentId);
    await expect(reactAs(person, commentId, "agree")).rejects.toThrow(NotFound);
    expect(
      await db().participant.count({
        where: { id: { notIn: [participantId] }, comments: { none: {} }, reactions: { none: {} } },
      }),
    ).toBe(0);
  });

  test("a script is stopped, without any address being kept", async () => {
    const { commentId } = await sendPublished();
    const person = await makeAccount();
    await reactAs(person, commentId, "agree");
    for (let n = 0; n < 200; n++) await reactAs(person, commentId, n % 2 ? "agree" : "disagree");
    await expect(reactAs(person, commentId, "pass")).rejects.toThrow(RateLimited);
  }, 60_000);

  test("the most supported comes first", async () => {
    const [liked, disliked] = [await sendPublished(), await sendPublished()];
    for (let n = 0; n < 12; n++) await reactAs(await makeAccount(), liked.commentId, "agree");
    for (let n = 0; n < 12; n++) await reactAs(await makeAccount(), disliked.commentId, "disagree");
    await makeEdition(strategyId);
    const { items } = await listThreads({ strategyId }, "supported");
    expect(items[0]?.first.id).toBe(liked.commentId);
  });
});

describe("the next one", () => {
  test("is one not reacted to, nor one's own, until there is none", async () => {
    const person = await makeAccount();
    const own = await sendHeldComment(strategyId, {}, person);
    await decideAndMakeEdition(rep, own.caseId);
    const all = await db().comment.count({ where: { strategyId, state: "published", isReply: false } });
    const seen = new Set<string>();
    for (let next = await drawNextComment(strategyId, own.participantId); next; ) {
      expect(seen.has(next.id)).toBe(false);
      seen.add(next.id);
      await reactAs(person, next.id, "pass");
      next = await drawNextComment(strategyId, own.participantId);
    }
    expect(seen.size).toBe(all - 1);
    expect(seen.has(own.commentId)).toBe(false);
  });

  test("is not the one that was just skipped, unless it is the only one", async () => {
    const first = await drawNextComment(strategyId, null);
    for (let n = 0; n < 20; n++) expect((await drawNextComment(strategyId, null, first?.id))?.id).not.toBe(first?.id);
    expect(await drawNextComment("dorset", null)).toBeNull();
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
    const [row] = await db().$queryRaw<
      { bound: number }[]
    >`SELECT wilson_lower_bound(${agrees}::int, ${reacted}::int) AS bound`;
    expect(row?.bound).toBeCloseTo(wilsonLowerBound(agrees, reacted), 9);
  }
});

test("beyond a network's twenty new people each answer takes a puzzle; with an account none does", async () => {
  const { commentId } = await sendPublished();
  const client = newFormId();
  const react = (person: Person, puzzle = "") =>
    reactToComment(person, strategyId, { comment: commentId, value: "agree", formId: newFormId(), puzzle }, client);
  for (let n = 0; n < 20; n++) await react(visitor);
  await expect(react(visitor)).rejects.toThrow(ProofOfWorkRequired);
  await expect(react(visitor, "e30=")).rejects.toThrow(ProofOfWorkRequired);
  const solution = encodeSolution(await solvePuzzle(await makePuzzle()));
  expect((await react(visitor, solution)).receipt).not.toBeNull();
  await expect(react(visitor, solution)).rejects.toThrow(ProofOfWorkRequired);
  await react(await makeAccount());
  await makeEdition(strategyId);
  expect(await countsOf(commentId)).toEqual([22, 0, 0]);
});
