import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnComments } from "@/lib/comments/own-comment.queries";
import { startThread } from "@/lib/comments/submission.commands";
import { getSubmittedComment } from "@/lib/comments/submission.queries";
import { db } from "@/lib/database/client";
import { updateCheckSetting } from "@/lib/moderation/checks/check.commands";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
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
const strategyId = "cornwall-scilly";
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  await db().strategy.update({ where: { id: strategyId }, data: { moderation: "after" } });
  rep = await makeRep(strategyId);
});

test("a comment that speaks of self-harm comes first, marked, and its author is shown where help is", async () => {
  await sendHeldComment(strategyId, { text: "Ring me on 07700 900123 about the early shift." });
  const input = await makeCommentInput(strategyId, { text: "They cut my hours again. I want to die." });
  expect(await startThread(visitor, strategyId, 1, input)).toMatchObject({ state: "held", isAtRisk: true });
  expect(await getSubmittedComment(input.formId)).toMatchObject({ isAtRisk: true });
  const { items } = await listQueue(rep);
  expect(items.map(({ isAtRisk, isDistressing }) => [isAtRisk, isDistressing])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(items.map(({ found }) => found[0])).toEqual([
    "Somebody may be at risk of harming themselves",
    "This could identify somebody",
  ]);
  const [first] = items;
  expect(first && first.dueAt.getTime() - first.openedAt.getTime()).toBeLessThanOrEqual(4 * 3_600_000 + 1000);
  expect(await getCase(rep, first?.id ?? "")).toMatchObject({ isAtRisk: true, found: first?.found });
});

test("its author is shown where help is on “My comments” too, until a rep has decided", async () => {
  const author = await makeAccount();
  const text = "They cut my hours again. I want to kill myself.";
  const { caseId, comment } = await sendHeldComment(strategyId, { text }, author);
  const isShown = async () => (await listOwnComments(author, null)).items.map(({ isAtRisk }) => isAtRisk);
  expect(await isShown()).toEqual([true]);
  await decideCase(rep, caseId, { ...publishDecision, version: comment.version });
  expect(await isShown()).toEqual([false]);
});

test.each([
  ["a threat", "I will break your legs.", "This may be a threat"],
  ["hate", "Get the immigrants out of our town.", "This may be hate against a group of people"],
])("where comments are published first, %s is held, and the rep sees why", async (_what, text, label) => {
  const { comment, caseId } = await sendHeldComment(strategyId, { text });
  expect(comment.state).toBe("held");
  expect(await getCase(rep, caseId)).toMatchObject({ isAtRisk: false, isDistressing: false });
  expect((await getCase(rep, caseId))?.found).toContain(label);
});

test("a threat that is reported, a dispute and a figure of speech are published at once", async () => {
  for (const text of [
    "A customer said he would kill me and nobody came.",
    "We will fight the closure and strike on Monday.",
    "The new timetable is killing me.",
  ]) {
    const sent = await startThread(visitor, strategyId, 1, await makeCommentInput(strategyId, { text }));
    expect(sent, text).toMatchObject({ state: "ready", isAtRisk: false });
  }
});

test("switched off for a strategy, the check neither holds nor marks", async () => {
  await updateCheckSetting("system", { strategyId, check: "self-harm", isEnabled: false, thresholds: {} });
  const input = await makeCommentInput(strategyId, { text: "After this rota I want to die, and I mean it." });
  expect(await startThread(visitor, strategyId, 1, input)).toMatchObject({ state: "ready", isAtRisk: false });
});
