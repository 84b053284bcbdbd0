import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { claim, release } from "@/lib/moderation/queue/claim.commands";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { passLate } from "@/lib/moderation/rota/overdue-case.commands";
import { passOn } from "@/lib/moderation/rota/reassignment.writes";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
beforeAll(async () => {
  for (const id of ["cornwall-scilly", "west-midlands"]) await openStrategy(id);
});

const to = (kind: "back" | "rep" | "union" | "area", id = "") => ({ to: { kind, id }, why: "A reason." });
const shows = async (rep: Awaited<ReturnType<typeof makeRep>>, id: string) =>
  (await listQueue(rep)).items.some((one) => one.id === id);

describe("passing a case on", () => {
  test("to another area: its reps decide, the others see the path", async () => {
    const [here, there] = [await makeRep("cornwall-scilly"), await makeRep("west-midlands")];
    const { caseId } = await sendOne("cornwall-scilly");
    await expect(passOn(there, caseId, to("back"))).rejects.toThrow(NotFound);
    await passOn(here, caseId, to("area", "west-midlands"));
    await expect(decide(here, caseId, publishIt)).rejects.toThrow("with the reps of another area");
    expect((await getCase(here, caseId))?.steps).toMatchObject([{ kind: "passed_to_area", by: here.label }]);
    expect(await shows(there, caseId)).toBe(true);
    await decide(there, caseId, publishIt);
    const decision = await db().decision.findFirstOrThrow({ where: { caseId } });
    expect(decision.chainId).toBe("cornwall-scilly"); // the record of the strategy's lead body
  });

  test("to a union, or a colleague: the rest no longer see it in their queue", async () => {
    const [one, two] = [await makeRep("cornwall-scilly"), await makeRep("cornwall-scilly", "gmb")];
    const { caseId } = await sendOne("cornwall-scilly");
    await passOn(one, caseId, to("union", "gmb"));
    expect([await shows(one, caseId), await shows(two, caseId)]).toEqual([false, true]);
    await expect(decide(one, caseId, publishIt)).rejects.toThrow("another union");
    await passOn(two, caseId, to("rep", one.accountId ?? ""));
    await expect(decide(two, caseId, publishIt)).rejects.toThrow("another rep");
    await decide(one, caseId, publishIt);
  });

  test("who stands back does not decide; when nobody is left another area does", async () => {
    await db().grant.updateMany({ where: { bodyId: "cornwall-scilly" }, data: { endedAt: new Date() } });
    const only = await makeRep("cornwall-scilly");
    const { caseId } = await sendOne("cornwall-scilly");
    await passOn(only, caseId, to("back"));
    await expect(decide(only, caseId, publishIt)).rejects.toThrow(Refused);
    const found = await getCase(only, caseId);
    expect(found?.steps.map(({ kind }) => kind)).toEqual(["recused", "passed_to_area"]);
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).areaId).toBe("west-midlands");
  });

  test("what is left a day too long goes to another area, once", async () => {
    const { caseId } = await sendOne("cornwall-scilly");
    await db().case.update({ where: { id: caseId }, data: { dueAt: new Date(Date.now() - 25 * 3_600_000) } });
    expect(await passLate()).toBe(1);
    expect(await passLate()).toBe(0);
    const step = await db().caseStep.findFirstOrThrow({ where: { caseId } });
    expect(step).toMatchObject({ kind: "rep_away", byId: null, toArea: "west-midlands" });
  });
});

test("a claim is seen by others, renewed by its holder, and over after ten minutes", async () => {
  const [one, two] = [await makeRep("west-midlands"), await makeRep("west-midlands", "gmb")];
  const { caseId } = await sendOne("west-midlands");
  expect(await claim(one, caseId)).toBe(true);
  expect((await getCase(two, caseId))?.claimedBy).toBe(one.label);
  expect(await claim(two, caseId)).toBe(false);
  expect(await claim(one, caseId)).toBe(true);
  expect(await claim(two, caseId, new Date(Date.now() + 11 * 60_000))).toBe(true);
  await release(two, caseId);
  expect((await getCase(one, caseId))?.claimedBy).toBeNull();
});
