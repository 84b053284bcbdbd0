import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { claimCase, releaseCase } from "@/lib/moderation/queue/claim.commands";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { reassignOverdueCases } from "@/lib/moderation/rota/absence.commands";
import { assignmentLength, endAssignments } from "@/lib/moderation/rota/assignment-end.commands";
import { reassignCase } from "@/lib/moderation/rota/reassignment.commands";
import { listReassignmentTargets } from "@/lib/moderation/rota/reassignment.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(async () => {
  for (const id of ["cornwall-scilly", "west-midlands"]) await openStrategy(id);
});

const reassignTo = (kind: "recuse" | "rep" | "union" | "area", id = "") => ({ to: { kind, id }, reason: "A reason." });
const showsInQueue = async (rep: Awaited<ReturnType<typeof makeRep>>, id: string) =>
  (await listQueue(rep)).items.some((one) => one.id === id);

describe("reassigning a case", () => {
  test("to another area: its reps decide, the others see the history", async () => {
    const [here, there] = [await makeRep("cornwall-scilly"), await makeRep("west-midlands")];
    const { caseId } = await sendHeldComment("cornwall-scilly");
    await expect(reassignCase(there, caseId, reassignTo("recuse"))).rejects.toThrow(NotFound);
    await reassignCase(here, caseId, reassignTo("area", "west-midlands"));
    await expect(decideCase(here, caseId, publishDecision)).rejects.toThrow("with reps of another area");
    expect((await getCase(here, caseId))?.reassignments).toMatchObject([
      { kind: "reassigned_to_area", reassignedBy: here.label },
    ]);
    expect(await showsInQueue(there, caseId)).toBe(true);
    await decideCase(there, caseId, publishDecision);
    const decision = await db().decision.findFirstOrThrow({ where: { caseId } });
    expect(decision.chainId).toBe("cornwall-scilly"); // the chain of the strategy's lead body
  });

  test("to a union or a colleague: the others no longer see it in their queue", async () => {
    const [one, two] = [await makeRep("cornwall-scilly"), await makeRep("cornwall-scilly", "gmb")];
    const { caseId } = await sendHeldComment("cornwall-scilly");
    await reassignCase(one, caseId, reassignTo("union", "gmb"));
    expect([await showsInQueue(one, caseId), await showsInQueue(two, caseId)]).toEqual([false, true]);
    await expect(decideCase(one, caseId, publishDecision)).rejects.toThrow("another union");
    await reassignCase(two, caseId, reassignTo("rep", one.accountId ?? ""));
    await expect(decideCase(two, caseId, publishDecision)).rejects.toThrow("another rep");
    await decideCase(one, caseId, publishDecision);
  });

  test("a recused rep may not decide; when nobody is left another area decides", async () => {
    await db().grant.updateMany({ where: { bodyId: "cornwall-scilly" }, data: { endedAt: new Date() } });
    const only = await makeRep("cornwall-scilly");
    const { caseId } = await sendHeldComment("cornwall-scilly");
    await reassignCase(only, caseId, reassignTo("recuse"));
    await expect(decideCase(only, caseId, publishDecision)).rejects.toThrow(RuleViolation);
    const found = await getCase(only, caseId);
    expect(found?.reassignments.map(({ kind }) => kind)).toEqual(["recused", "reassigned_to_area"]);
    expect(found?.reassignments[1]).toMatchObject({ reassignedBy: null, reason: null }); // not that all stepped back
    expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).areaId).toBe("west-midlands");
  });

  test("colleagues do not see that somebody stepped back, nor who or why; the one who did sees it", async () => {
    const [one, two] = [await makeRep("west-midlands"), await makeRep("west-midlands", "gmb")];
    const { caseId } = await sendHeldComment("west-midlands");
    const before = await getCase(two, caseId);
    await reassignCase(one, caseId, { to: { kind: "recuse", id: "" }, reason: "She is my sister." });
    expect(await getCase(two, caseId)).toEqual(before);
    expect((await getCase(one, caseId))?.reassignments).toMatchObject([
      { kind: "recused", reassignedBy: one.label, reason: "She is my sister." },
    ]);
  });

  test("everybody is listed: an author who is a rep is told alone, and it comes back to all at random, as from anybody", async () => {
    const [author, reporter, other] = [
      await makeRep("west-midlands"),
      await makeRep("west-midlands"),
      await makeRep("west-midlands", "gmb"),
    ];
    const { caseId } = await sendHeldComment("west-midlands", {}, author);
    const values = async (rep: typeof author) =>
      (await listReassignmentTargets(rep, rep.grants[0]?.bodyId ?? "")).map(({ value }) => value);
    expect(await values(other)).toEqual(
      expect.arrayContaining([`rep:${author.accountId}`, `rep:${reporter.accountId}`, "union:gmb"]),
    );
    for (const colleague of [author, reporter]) {
      await reassignCase(other, caseId, reassignTo("rep", colleague.accountId ?? ""));
      const isAuthor = colleague === author;
      expect((await getCase(other, caseId))?.whyCannotDecide).toBe("This case was passed to another rep.");
      if (isAuthor)
        expect((await getCase(author, caseId))?.whyCannotDecide).toContain("You wrote or recorded this comment");
      else expect((await getCase(reporter, caseId))?.whyCannotDecide).toBeNull();
      const step = await db().caseReassignment.findFirstOrThrow({
        where: { caseId },
        orderBy: { reassignedAt: "desc" },
      });
      const ends = step.reassignedAt.getTime() + assignmentLength(step.id);
      expect(await endAssignments(new Date(ends - 1000))).toBe(0);
      expect(await endAssignments(new Date(ends + 1000))).toBe(1);
      expect((await getCase(other, caseId))?.reassignments.at(-1)).toMatchObject({
        kind: "returned_to_area",
        reassignedBy: null,
        reason: "It waited too long.",
      });
    }
    const hours = Array.from({ length: 500 }, (_, n) => assignmentLength(`step ${n}`) / 3_600_000);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...hours)).toBeLessThanOrEqual(12);
    expect(Math.max(...hours) - Math.min(...hours)).toBeGreaterThan(9);
  });

  test("a case that is a day overdue goes to another area, once", async () => {
    const { caseId } = await sendHeldComment("cornwall-scilly");
    await db().case.update({ where: { id: caseId }, data: { dueAt: new Date(Date.now() - 25 * 3_600_000) } });
    expect(await reassignOverdueCases()).toBe(1);
    expect(await reassignOverdueCases()).toBe(0);
    const reassignment = await db().caseReassignment.findFirstOrThrow({ where: { caseId } });
    expect(reassignment).toMatchObject({ kind: "overdue", reassignedById: null, toAreaId: "west-midlands" });
  });
});

test("a claim is visible to others, is renewed by its holder, and ends after ten minutes", async () => {
  const [one, two] = [await makeRep("west-midlands"), await makeRep("west-midlands", "gmb")];
  const { caseId } = await sendHeldComment("west-midlands");
  expect(await claimCase(one, caseId)).toBe(true);
  expect((await getCase(two, caseId))?.claimedBy).toBe(one.label);
  expect(await claimCase(two, caseId)).toBe(false);
  expect(await claimCase(one, caseId)).toBe(true);
  expect(await claimCase(two, caseId, new Date(Date.now() + 11 * 60_000))).toBe(true);
  await releaseCase(two, caseId);
  expect((await getCase(one, caseId))?.claimedBy).toBeNull();
});
