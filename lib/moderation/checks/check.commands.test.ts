import { afterAll, beforeAll, expect, test } from "vitest";
import { reviseComment } from "@/lib/comments/revision.commands";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { updateCheckSetting } from "@/lib/moderation/checks/check.commands";
import { isPublishedByOthers, listChecks } from "@/lib/moderation/checks/check.queries";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { visitor } from "@/lib/people/person.policy";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const strategyId = "cornwall-scilly";
beforeAll(async () => {
  await openStrategy(strategyId);
  await openStrategy("west-midlands");
});

const set = (check: string, isEnabled: boolean, thresholds = {}) =>
  updateCheckSetting("system", { strategyId, check, isEnabled, thresholds });
const hitsOf = async (strategy: string, text: string) => {
  const { caseId } = await sendHeldComment(strategy, { text });
  return (await db().checkHit.findMany({ where: { caseId } })).map(({ check }) => check);
};

test("a check is switched off and tuned for one strategy, and the next comment is checked with these settings", async () => {
  const text = "See https://example.org for the timetable.";
  expect(await hitsOf(strategyId, text)).toContain("links");
  await set("links", true, { more_than: 1 });
  expect(await hitsOf(strategyId, `${text} Please.`)).not.toContain("links");
  await set("links", true, { more_than: 0 });
  expect(await hitsOf(strategyId, `${text} Do.`)).toContain("links");
  await set("links", false);
  expect(await hitsOf(strategyId, `${text} Now.`)).not.toContain("links");
  expect(await hitsOf("west-midlands", text)).toContain("links");
  const shown = await listChecks(strategyId);
  expect(shown.find(({ name }) => name === "links")).toMatchObject({ isEnabled: false, thresholds: { more_than: 0 } });
  expect(shown.find(({ name }) => name === "flood")).toMatchObject({
    isEnabled: true,
    thresholds: { in_an_hour: 6 },
    overrides: {},
  });
  const events = await db().auditEvent.findMany({ where: { action: "moderation.setCheck" } });
  expect(events.map(({ subject }) => subject)).toEqual(Array(3).fill(`strategy:${strategyId}`));
});

test("refuses unknown thresholds, unknown strategies, and anybody but an admin", async () => {
  await expect(set("links", true, { in_an_hour: 1 })).rejects.toThrow("no such figure");
  await expect(listChecks("nowhere")).rejects.toThrow(NotFound);
  const input = { strategyId, check: "links", isEnabled: true, thresholds: {} };
  for (const person of [visitor, await makeRep(strategyId)])
    await expect(updateCheckSetting(person, input)).rejects.toThrow(NotFound);
});

test("a text that others sent is known as theirs once it is published, and not from what was held, revised or withdrawn", async () => {
  const text = "Put the first bus before the first shift.";
  const same = "put the FIRST bus, before the first shift";
  const author = await makeAccount();
  const rep = await makeRep(strategyId);
  const { caseId, commentId } = await sendHeldComment(strategyId, { text }, author);
  expect(await isPublishedByOthers(visitor, strategyId, same)).toBe(false);
  await decideCase(rep, caseId, publishDecision);
  expect(await isPublishedByOthers(visitor, strategyId, same)).toBe(false);
  await makeEdition(strategyId);
  expect(await isPublishedByOthers(visitor, strategyId, same)).toBe(true);
  expect(await isPublishedByOthers(await makeAccount(), strategyId, text)).toBe(true);
  expect(await isPublishedByOthers(author, strategyId, text)).toBe(false);
  expect(await isPublishedByOthers(visitor, "west-midlands", text)).toBe(false);
  expect(await isPublishedByOthers(visitor, strategyId, `${text} Please.`)).toBe(false);
  await withdrawComment(author, commentId);
  expect(await isPublishedByOthers(visitor, strategyId, text)).toBe(false);

  const [old, current] = ["The ferry is dear.", "The ferry is too dear for apprentices."];
  const changed = await sendHeldComment(strategyId, { text: old }, author);
  await reviseComment(author, changed.commentId, { text: current, version: changed.comment.version });
  const { version } = await db().comment.findUniqueOrThrow({ where: { id: changed.commentId } });
  const openCase = await db().case.findFirstOrThrow({ where: { commentId: changed.commentId, state: "open" } });
  await decideCase(rep, openCase.id, { ...publishDecision, version });
  await makeEdition(strategyId);
  expect(await isPublishedByOthers(visitor, strategyId, current)).toBe(true);
  expect(await isPublishedByOthers(visitor, strategyId, old)).toBe(false);
});
