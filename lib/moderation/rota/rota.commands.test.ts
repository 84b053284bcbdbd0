import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { claim } from "@/lib/moderation/queue/claim.commands";
import { passLate } from "@/lib/moderation/rota/overdue-case.commands";
import { listPassable } from "@/lib/moderation/rota/reassignment.queries";
import { passOn } from "@/lib/moderation/rota/reassignment.writes";
import { addAbsence, endAbsence, setTurn } from "@/lib/moderation/rota/rota.commands";
import { listOnDuty, listOwnAbsences, listRotas } from "@/lib/moderation/rota/rota.queries";
import { dayOf, weeksFrom } from "@/lib/moderation/rota/rota.rules";
import { absenceInput } from "@/lib/moderation/rota/rota.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
const today = dayOf(new Date());
const inDays = (n: number) => new Date(today.getTime() + n * 86_400_000);
const [week] = weeksFrom(today) as [Date];
const now = { from: today, to: inDays(3) };

beforeAll(async () => {
  for (const id of [area, "west-midlands"]) await openStrategy(id);
});

async function clear() {
  await db().grant.updateMany({ where: { role: "rep" }, data: { endedAt: new Date() } });
  await db().absence.deleteMany();
}

describe("the rota", () => {
  test("a week is taken and given back, by reps of the area alone", async () => {
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    for (let twice = 0; twice < 2; twice++) await setTurn(one, { areaId: area, week, takes: true });
    expect(await listOnDuty(one)).toEqual(["you"]);
    expect(await listOnDuty(two)).toEqual([one.label]);
    expect((await listRotas(two))[0]?.weeks[0]).toMatchObject({ onDuty: [{ label: one.label }], isMine: false });
    await setTurn(one, { areaId: area, week, takes: false });
    expect(await listOnDuty(two)).toEqual([]);
    for (const person of [visitor, await makeAccount(), await makeRep("west-midlands")])
      await expect(setTurn(person, { areaId: area, week, takes: true })).rejects.toThrow(NotFound);
  });

  test("who is away is not on duty, though it is their week; back again, they are", async () => {
    const one = await makeRep(area);
    await setTurn(one, { areaId: area, week, takes: true });
    await addAbsence(one, now);
    await addAbsence(one, now); // sent twice
    expect(await listOnDuty(one)).toEqual([]);
    expect((await listRotas(one))[0]?.away).toMatchObject([{ label: one.label, ...now }]);
    const [absence] = await listOwnAbsences(one);
    await expect(endAbsence(visitor, absence?.id ?? "")).rejects.toThrow(NotFound);
    await expect(endAbsence(await makeRep(area), absence?.id ?? "")).rejects.toThrow(NotFound);
    await endAbsence(one, absence?.id ?? "");
    expect(await listOnDuty(one)).toEqual(["you"]);
    await expect(addAbsence(await makeAccount(), now)).rejects.toThrow(NotFound);
  });
});

describe("when a rep is away", () => {
  test("what they hold, and what was passed to them, others have again at once; nothing more is passed to them", async () => {
    await clear();
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    const [held, passed] = [await sendOne(area), await sendOne(area)];
    await claim(one, held.caseId);
    await passOn(two, passed.caseId, { to: { kind: "rep", id: one.accountId ?? "" }, why: null });
    await addAbsence(one, now);
    expect(await db().case.findUnique({ where: { id: held.caseId } })).toMatchObject({ claimedById: null });
    expect((await getCase(two, passed.caseId))?.whyNot).toBeNull();
    expect((await getCase(two, passed.caseId))?.steps.at(-1)).toMatchObject({ kind: "taken_back", by: null });
    const to = { kind: "rep", id: one.accountId ?? "" } as const;
    await expect(passOn(two, held.caseId, { to, why: null })).rejects.toThrow("cannot decide");
    expect((await listPassable(two, held.caseId)).map(({ value }) => value)).not.toContain(`rep:${one.accountId}`);
  });

  test("an absence that begins in the night is seen by the job", async () => {
    await clear();
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    const { caseId } = await sendOne(area);
    await passOn(two, caseId, { to: { kind: "rep", id: one.accountId ?? "" }, why: null });
    await addAbsence(one, { from: inDays(1), to: inDays(3) });
    await passLate();
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).toAccountId).toBe(one.accountId);
    await passLate(inDays(1));
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).toAccountId).toBeNull();
  });

  test("and so are all of the area, another area has the case a day before its deadline, not after", async () => {
    await clear();
    const only: Person = await makeRep(area);
    await makeRep("west-midlands", "gmb");
    const { caseId } = await sendOne(area);
    await db().case.updateMany({ where: { state: "open" }, data: { dueAt: inDays(9) } });
    await db().case.update({ where: { id: caseId }, data: { dueAt: new Date(Date.now() + 20 * 3_600_000) } });
    expect(await passLate()).toBe(0);
    await addAbsence(only, now);
    expect(await passLate()).toBe(1);
    expect(await passLate()).toBe(0);
    const step = await db().caseStep.findFirstOrThrow({ where: { caseId } });
    expect(step).toMatchObject({ kind: "rep_away", toArea: "west-midlands", why: "All reps of the area are away." });
  });
});

describe("what may be typed", () => {
  test.each([
    [{ from: "2026-13-01", to: "2026-13-02" }, "Type a day, such as 2026-12-24."],
    [{ from: "tomorrow", to: "" }, "Type a day, such as 2026-12-24."],
    [{ from: "2999-02-02", to: "2999-02-01" }, "The last day is before the first."],
    [{ from: "2000-01-01", to: "2000-01-02" }, "That is over. Type a day to come."],
    [
      { from: "2999-01-01", to: "3001-01-02" },
      "Type a year at most. Ask an admin to end your role if you are away for longer.",
    ],
  ])("%j: %s", (typed, message) => {
    expect(absenceInput.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });
});
