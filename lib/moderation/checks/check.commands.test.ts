import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { setCheck } from "@/lib/moderation/checks/check.commands";
import { listChecks } from "@/lib/moderation/checks/check.queries";
import { visitor } from "@/lib/people/person.policy";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

const strategyId = "cornwall-scilly";
beforeAll(async () => {
  await openStrategy(strategyId);
  await openStrategy("west-midlands");
});

const set = (check: string, isOn: boolean, tuning = {}) => setCheck("system", { strategyId, check, isOn, tuning });
const hitsOf = async (strategy: string, text: string) => {
  const { caseId } = await sendOne(strategy, { text });
  return (await db().checkHit.findMany({ where: { caseId } })).map(({ rule }) => rule);
};

test("a check is switched and tuned for one strategy, and the next comment is looked at so", async () => {
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
  expect(shown.find(({ name }) => name === "links")).toMatchObject({ isOn: false, tuning: { more_than: 0 } });
  expect(shown.find(({ name }) => name === "flood")).toMatchObject({
    isOn: true,
    tuning: { in_an_hour: 6 },
    tuned: {},
  });
  const events = await db().auditEvent.findMany({ where: { deed: "moderation.setCheck" } });
  expect(events.map(({ subject }) => subject)).toEqual(Array(3).fill(`strategy:${strategyId}`));
});

test("only figures that the check has, a strategy that there is, and by an admin", async () => {
  await expect(set("links", true, { in_an_hour: 1 })).rejects.toThrow("no such figure");
  await expect(listChecks("nowhere")).rejects.toThrow(NotFound);
  const input = { strategyId, check: "links", isOn: true, tuning: {} };
  for (const person of [visitor, await makeRep(strategyId)])
    await expect(setCheck(person, input)).rejects.toThrow(NotFound);
});
