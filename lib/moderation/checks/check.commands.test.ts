import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { updateCheckSetting } from "@/lib/moderation/checks/check.commands";
import { listChecks } from "@/lib/moderation/checks/check.queries";
import { visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

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
