import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { replyToThread, startThread } from "@/lib/comments/submission.commands";
import { getSubmittedComment } from "@/lib/comments/submission.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeCommentInput,
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
  await db().strategy.update({ where: { id: strategyId }, data: { moderation: "after" } });
  rep = await makeRep(strategyId);
});

describe("a strategy that publishes first", () => {
  test("shows a comment and its reply with the next edition; a rep looks afterwards, and leaves them", async () => {
    const input = await makeCommentInput(strategyId);
    const sent = await startThread(visitor, strategyId, 1, input);
    expect(sent.state).toBe("ready");
    expect((await getSubmittedComment(input.formId))?.state).toBe("ready");
    await makeEdition(strategyId);
    const { threadId } = await db().comment.findUniqueOrThrow({ where: { id: sent.commentId } });
    const { text, stance, versionId } = await makeCommentInput(strategyId, {
      text: "It is the same for my shift at the hospital.",
    });
    await replyToThread(visitor, strategyId, threadId, { text, stance, versionId, formId: newFormId() });
    await makeEdition(strategyId);
    const thread = await getThread(strategyId, threadId, null);
    expect(thread?.first.text).toBe(input.text);
    expect(thread?.replies.items.map((reply) => reply.text)).toEqual([text]);
    expect((await db().thread.findUniqueOrThrow({ where: { id: threadId } })).replyCount).toBe(1);
    const { items } = await listQueue(rep, { kind: "check" });
    expect(items.map(({ commentState }) => commentState)).toEqual(["published", "published"]);
    for (const { id, version } of items)
      await decideCase(rep, id, { ...publishDecision, decision: "dismiss", version });
    expect((await listQueue(rep)).items).toEqual([]);
  });

  test("a rep who looks afterwards can take it down", async () => {
    const { commentId, caseId } = await sendHeldComment(strategyId, { text: "Words that a rep takes down." });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decideCase(rep, caseId, { ...publishDecision, decision: "remove", version, reason: "off-topic" });
    expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).state).toBe("removed");
  });

  test.each([
    ["identifies somebody", "Ring me on 07700 900123 about the early shift."],
    ["contains a link", "Read https://example.com/cheap before you decide."],
    ["may be a threat", "I know where you live and I will break your legs."],
    ["may distress", "After the accident he tried suicide."],
  ])("but what %s waits for a rep, who publishes it", async (_what, text) => {
    const { comment, caseId } = await sendHeldComment(strategyId, { text });
    expect(comment).toMatchObject({ state: "held", text: "" });
    expect(await getThread(strategyId, comment.threadId, null)).toBeNull();
    await decideAndMakeEdition(rep, caseId, { ...publishDecision, version: comment.version });
    expect((await getThread(strategyId, comment.threadId, null))?.first.text).toBe(text);
  });

  test("a check that is switched off holds nothing", async () => {
    const setting = { strategyId: strategyId, check: "links", isEnabled: false };
    await db().checkSetting.create({ data: setting });
    const { comment } = await sendHeldComment(strategyId, {
      text: "Look at www.example.org for the bus times of today.",
    });
    expect(comment.state).toBe("ready");
  });
});

test("chains and tallies hold after all of this", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await findTallyDifferences()).toEqual([]);
});
