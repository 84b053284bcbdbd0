import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { getSent, replyTo, startThread } from "@/lib/comments/submission/submission.commands";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishIt, sendOne, typed } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let rep: Person;
beforeAll(async () => {
  await openStrategy(here);
  await db().strategy.update({ where: { id: here }, data: { moderation: "after" } });
  rep = await makeRep(here);
});

describe("a strategy that publishes first", () => {
  test("shows a comment and its reply at once; a rep looks afterwards, and leaves them", async () => {
    const input = await typed(here);
    const sent = await startThread(visitor, here, 1, input);
    expect(sent.state).toBe("published");
    expect((await getSent(input.formId))?.state).toBe("published");
    const { threadId } = await db().comment.findUniqueOrThrow({ where: { id: sent.commentId } });
    const { text, stance, versionId } = await typed(here, { text: "It is the same for my shift at the hospital." });
    await replyTo(visitor, here, threadId, { text, stance, versionId, formId: newFormId() });
    const thread = await getThread(here, threadId, null);
    expect(thread?.first.text).toBe(input.text);
    expect(thread?.replies.items.map((reply) => reply.text)).toEqual([text]);
    expect((await db().thread.findUniqueOrThrow({ where: { id: threadId } })).replyCount).toBe(1);
    const { items } = await listQueue(rep, { kind: "check" });
    expect(items.map(({ commentState }) => commentState)).toEqual(["published", "published"]);
    for (const { id, version } of items) await decide(rep, id, { ...publishIt, deed: "dismiss", version });
    expect((await listQueue(rep)).items).toEqual([]);
  });

  test("a rep who looks afterwards can take it down", async () => {
    const { commentId, caseId } = await sendOne(here, { text: "Words that a rep takes down." });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decide(rep, caseId, { ...publishIt, deed: "remove", version, reason: "off-topic" });
    expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).state).toBe("removed");
  });

  test.each([
    ["shows who somebody is", "Ring me on 07700 900123 about the early shift."],
    ["holds a link", "Read https://example.com/cheap before you decide."],
    ["may distress", "After the accident he tried suicide."],
  ])("but what %s waits for a rep, who publishes it", async (_what, text) => {
    const { comment, caseId } = await sendOne(here, { text });
    expect(comment).toMatchObject({ state: "held", text: "" });
    expect(await getThread(here, comment.threadId, null)).toBeNull();
    await decide(rep, caseId, { ...publishIt, version: comment.version });
    expect((await getThread(here, comment.threadId, null))?.first.text).toBe(text);
  });

  test("a check that is switched off holds nothing", async () => {
    const setting = { strategyId: here, check: "links", isOn: false };
    await db().checkSetting.create({ data: setting });
    const { comment } = await sendOne(here, { text: "Look at www.example.org for the bus times of today." });
    expect(comment.state).toBe("published");
  });
});

test("chains and tallies hold after all of this", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await verifyTallies()).toEqual([]);
});
