import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { dateOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { claimCase } from "@/lib/moderation/queue/claim.commands";
import { getQueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { addAbsence, cancelAbsence, reassignOverdueCases } from "@/lib/moderation/rota/absence.commands";
import { reassignCase } from "@/lib/moderation/rota/reassignment.commands";
import { listReassignmentTargets } from "@/lib/moderation/rota/reassignment.queries";
import { setShift } from "@/lib/moderation/rota/rota.commands";
import { listOwnAbsences, listRotas } from "@/lib/moderation/rota/rota.queries";
import { weeksFrom } from "@/lib/moderation/rota/rota.rules";
import { absenceInput } from "@/lib/moderation/rota/rota.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
const today = dateOf(new Date());
const inDays = (n: number) => new Date(today.getTime() + n * 86_400_000);
const [week] = weeksFrom(today) as [Date];
const now = { from: today, to: inDays(3) };

beforeAll(async () => {
  for (const id of [area, "west-midlands"]) await openStrategy(id);
});

const onDuty = async (person: Person) => (await getQueueDesk(person)).onDuty.map(({ label }) => label);

async function clear() {
  await db().grant.updateMany({ where: { role: "rep" }, data: { endedAt: new Date() } });
  await db().absence.deleteMany();
}

describe("the rota", () => {
  test("only reps of the area take a week and give it back", async () => {
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    for (let twice = 0; twice < 2; twice++) await setShift(one, { areaId: area, week, isTaken: true });
    expect(await onDuty(one)).toEqual([one.label]);
    expect(await onDuty(two)).toEqual([one.label]);
    expect((await listRotas(two))[0]?.weeks[0]).toMatchObject({ onDuty: [{ label: one.label }], isOwnShift: false });
    await setShift(one, { areaId: area, week, isTaken: false });
    expect(await onDuty(two)).toEqual([]);
    for (const person of [visitor, await makeAccount(), await makeRep("west-midlands")])
      await expect(setShift(person, { areaId: area, week, isTaken: true })).rejects.toThrow(NotFound);
  });

  test("a rep who is away is not on duty in their week; without the absence they are", async () => {
    const one = await makeRep(area);
    await setShift(one, { areaId: area, week, isTaken: true });
    await addAbsence(one, now);
    await addAbsence(one, now); // submitted twice
    expect(await onDuty(one)).toEqual([]);
    expect((await listRotas(one))[0]?.absences).toMatchObject([{ label: one.label, ...now }]);
    const [absence] = await listOwnAbsences(one);
    await expect(cancelAbsence(visitor, absence?.id ?? "")).rejects.toThrow(NotFound);
    await expect(cancelAbsence(await makeRep(area), absence?.id ?? "")).rejects.toThrow(NotFound);
    await cancelAbsence(one, absence?.id ?? "");
    expect(await onDuty(one)).toEqual([one.label]);
    await expect(addAbsence(await makeAccount(), now)).rejects.toThrow(NotFound);
  });
});

describe("when a rep is away", () => {
  test("their claims end and their cases return to the area at once; they get no more cases", async () => {
    await clear();
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    const [held, reassigned] = [await sendHeldComment(area), await sendHeldComment(area)];
    await claimCase(one, held.caseId);
    await reassignCase(two, reassigned.caseId, { to: { kind: "rep", id: one.accountId ?? "" }, reason: null });
    await addAbsence(one, now);
    expect(await db().case.findUnique({ where: { id: held.caseId } })).toMatchObject({ claimedById: null });
    expect((await getCase(two, reassigned.caseId))?.whyCannotDecide).toBeNull();
    expect((await getCase(two, reassigned.caseId))?.reassignments.at(-1)).toMatchObject({
      kind: "returned_to_area",
      reassignedBy: null,
    });
    const to = { kind: "rep", id: one.accountId ?? "" } as const;
    await expect(reassignCase(two, held.caseId, { to, reason: null })).rejects.toThrow("They are away");
    expect((await listReassignmentTargets(two, area)).map(({ value }) => value)).not.toContain(`rep:${one.accountId}`);
  });

  test("the job finds an absence that began overnight", async () => {
    await clear();
    const [one, two] = [await makeRep(area), await makeRep(area, "gmb")];
    const { caseId } = await sendHeldComment(area);
    await reassignCase(two, caseId, { to: { kind: "rep", id: one.accountId ?? "" }, reason: null });
    await addAbsence(one, { from: inDays(1), to: inDays(3) });
    await reassignOverdueCases();
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).assignedAccountId).toBe(one.accountId);
    await reassignOverdueCases(inDays(1));
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).assignedAccountId).toBeNull();
  });

  test("and all reps of the area are away, another area gets the case a day before its deadline", async () => {
    await clear();
    const only: Person = await makeRep(area);
    await makeRep("west-midlands", "gmb");
    const { caseId } = await sendHeldComment(area);
    await db().case.updateMany({ where: { state: "open" }, data: { dueAt: inDays(9) } });
    await db().case.update({ where: { id: caseId }, data: { dueAt: new Date(Date.now() + 20 * 3_600_000) } });
    expect(await reassignOverdueCases()).toBe(0);
    await addAbsence(only, now);
    expect(await reassignOverdueCases()).toBe(1);
    expect(await reassignOverdueCases()).toBe(0);
    const reassignment = await db().caseReassignment.findFirstOrThrow({ where: { caseId } });
    expect(reassignment).toMatchObject({
      kind: "overdue",
      toAreaId: "west-midlands",
      reason: "All reps of the area are away.",
    });
  });
});

describe("input", () => {
  test.each([
    [{ from: "2026-13-01", to: "2026-13-02" }, "This is not a real date."],
    [{ from: "tomorrow", to: "2150-01-01" }, "Type the date as year, month, day, for example 2027-03-31."],
    [{ from: "2150-02-02", to: "2150-02-01" }, "The last day must not be before the first day."],
    [{ from: "2000-01-01", to: "2000-01-02" }, "The date must be in the future."],
    [
      { from: "2150-01-01", to: "2152-01-02" },
      "An absence can last up to a year. Ask an admin to end your role if you are away for longer.",
    ],
  ])("%j: %s", (typed, message) => {
    expect(absenceInput.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });
});
