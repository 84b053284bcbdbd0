import { afterAll, beforeAll, expect, test } from "vitest";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { verifyReactions } from "@/lib/comments/reactions/reaction.queries";
import { reviseComment } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
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
let rep: Person;

beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

async function send() {
  const sent = await sendHeldComment(strategyId, { text: "Ask Jo at the depot." });
  return { ...sent, author: { ...visitor, participantId: sent.participantId, participantStrategyId: strategyId } };
}

const openCases = (commentId: string) => db().case.findMany({ where: { commentId, state: "open" } });

test("a returned comment shows what is asked, and its answer waits again in a new case", async () => {
  const { commentId, caseId, author } = await send();
  const returned = {
    ...publishDecision,
    decision: "return",
    reason: "identifies-someone",
    toAuthor: "Leave out the name.",
  } as const;
  await decideCase(rep, caseId, { ...returned, spans: [[4, 6]] });
  const returnedComment = await getOwnRevision(author, commentId);
  expect(returnedComment).toMatchObject({ state: "returned", spans: [[4, 6]], toAuthor: "Leave out the name." });
  const { reason = null, reasonVersion = null } = returnedComment ?? {};
  expect(findReason(reason, reasonVersion)?.text).toContain("identify a person");
  await reviseComment(author, commentId, { text: "Ask at the depot.", version: returnedComment?.version ?? 0 });
  const [newCase, ...others] = await openCases(commentId);
  expect(others).toEqual([]);
  expect(newCase).toMatchObject({ revision: 2, kind: "pre_moderation" });
  const held = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  expect(held).toMatchObject({ state: "held", revision: 2 });
  await decideCase(rep, newCase?.id ?? "", { ...publishDecision, version: held.version });
  expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
    state: "ready",
    text: "Ask at the depot.",
  });
  expect(await findTallyDifferences()).toEqual([]);
});

test("what waits can be changed at once; the rep who read the old words decides nothing", async () => {
  const { commentId, caseId, author } = await send();
  await reviseComment(author, commentId, { text: "Better words.", version: 1 });
  await expect(decideCase(rep, caseId, publishDecision)).rejects.toThrow(Conflict);
  expect((await openCases(commentId)).map(({ revision }) => revision)).toEqual([2]);
  await expect(reviseComment(author, commentId, { text: "Older form.", version: 1 })).rejects.toThrow(Conflict);
  expect(await findTallyDifferences()).toEqual([]);
});

test("not after an hour, not once published, not somebody else's", async () => {
  const { commentId, caseId, author } = await send();
  const stranger = await send();
  await expect(reviseComment(stranger.author, commentId, { text: "x", version: 1 })).rejects.toThrow(NotFound);
  expect(await getOwnRevision(stranger.author, commentId)).toBeNull();
  await db().revision.updateMany({ where: { commentId }, data: { createdAt: new Date(Date.now() - 61 * 60_000) } });
  await expect(reviseComment(author, commentId, { text: "x", version: 1 })).rejects.toThrow(RuleViolation);
  await decideCase(rep, caseId, publishDecision);
  await expect(reviseComment(author, commentId, { text: "x", version: 2 })).rejects.toThrow(
    "can no longer change this comment",
  );
});

test("who agreed with the old words has not agreed with the new ones", async () => {
  const { commentId, caseId, comment, author } = await send();
  await decideAndMakeEdition(rep, caseId);
  for (let n = 0; n < 2; n++) {
    const reaction = { comment: commentId, value: "agree", formId: newFormId() } as const;
    await reactToComment(visitor, strategyId, reaction, `network-${n}`);
  }
  await makeEdition(strategyId);
  // held again, and returned to its author
  await db().comment.update({ where: { id: commentId }, data: { state: "returned" } });
  const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  await reviseComment(author, commentId, { text: "Do not ask at the depot.", version });
  expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
    agrees: 0,
    version: version + 1,
  });
  expect(await db().reaction.count({ where: { commentId } })).toBe(0);
  await makeEdition(strategyId); // lists move with editions only
  expect((await db().thread.findUniqueOrThrow({ where: { id: comment.threadId } })).support).toBe(0);
  expect(await verifyReactions()).toEqual([]);
});

test("an author and a rep at once: one of them wins, and all agrees", async () => {
  for (let n = 0; n < 8; n++) {
    const { commentId, caseId, author } = await send();
    const results = await Promise.allSettled([
      reviseComment(author, commentId, { text: "Changed.", version: 1 }),
      decideCase(rep, caseId, publishDecision),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
  expect(await findTallyDifferences()).toEqual([]);
});
