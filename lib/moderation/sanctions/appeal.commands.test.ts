import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { listOwnComments } from "@/lib/comments/own-comment.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listLastDecisions } from "@/lib/moderation/decisions/own-decision.queries";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { submitAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { getOwnAppeal, listDecidedAppeals } from "@/lib/moderation/sanctions/appeal.queries";
import type { Person } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { getPersonalData } from "@/lib/people/privacy/personal-data.queries";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeAccount,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let first: Person;
let second: Person;
beforeAll(async () => {
  await openStrategy(here);
  [first, second] = [await makeRep(here), await makeRep(here, "gmb")];
});

const appealInput = { grounds: "I named nobody, and it is about the bus." };
const rejectInput = { ...publishDecision, decision: "reject", reason: "insults" } as const;
const openAppeal = (commentId: string) =>
  db().case.findFirstOrThrow({ where: { commentId, kind: "appeal", state: "open" } });
const versionOf = async (id: string) => (await db().comment.findUniqueOrThrow({ where: { id } })).version;

async function rejected() {
  const author = await makeAccount();
  const sent = await sendHeldComment(here, {}, author);
  await decideCase(first, sent.caseId, rejectInput);
  return { author, ...sent };
}

describe("an appeal", () => {
  test("goes to another rep, who reads comment and grounds; when upheld, the comment is published and both are notified", async () => {
    const { author, commentId, comment, participantId } = await rejected();
    await submitAppeal(author, commentId, appealInput);
    const { id } = await openAppeal(commentId);
    const shown = await getCase(second, id);
    expect(shown).toMatchObject({
      kind: "appeal",
      appeal: appealInput.grounds,
      decisions: [{ action: "reject", decidedBy: first.label }],
    });
    expect(shown?.text).toContain("The first bus");
    expect((await getCase(first, id))?.actions).toEqual([]);
    const version = await versionOf(commentId);
    const uphold = { ...publishDecision, decision: "uphold", version, reason: "keeps-to-rules" } as const;
    await expect(decideCase(first, id, uphold)).rejects.toThrow("You made the earlier decision");
    await expect(decideCase(second, id, { ...uphold, reason: "insults" })).rejects.toThrow(
      "This reason does not apply",
    );
    await expect(decideCase(second, id, { ...uphold, reason: null })).rejects.toThrow(RuleViolation);
    await decideAndMakeEdition(second, id, { ...uphold, toAuthor: "Sorry." });
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("The first bus");
    const notices = await db().notice.findMany({ where: { participantId } });
    expect(notices.map(({ kind }) => kind)).toContain("appeal-upheld");
    expect((await getOwnAppeal(author, commentId))?.appeal?.outcome).toMatchObject({
      isUpheld: true,
      message: "Sorry.",
    });
    expect((await listDecidedAppeals(first, null)).items).toMatchObject([
      { caseId: id, isUpheld: true, reason: "keeps-to-rules", toAuthor: "Sorry." },
    ]);
    expect((await listDecidedAppeals(second, null)).items).toEqual([]);
  });

  test("is made once: when dismissed, the first decision stays", async () => {
    const { author, commentId } = await rejected();
    const both = await Promise.allSettled([
      submitAppeal(author, commentId, appealInput),
      submitAppeal(author, commentId, appealInput),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().case.count({ where: { commentId, kind: "appeal" } })).toBe(1);
    const { id } = await openAppeal(commentId);
    const version = await versionOf(commentId);
    await decideCase(second, id, { ...publishDecision, decision: "dismiss", version, reason: "insults" });
    await expect(submitAppeal(author, commentId, appealInput)).rejects.toThrow("You have already appealed");
    expect((await getOwnAppeal(author, commentId))?.appeal?.outcome).toMatchObject({ isUpheld: false });
    expect((await listOwnComments(author, null)).items).toMatchObject([{ state: "rejected" }]);
    expect(await listLastDecisions([commentId])).toMatchObject([{ commentId, reason: "insults" }]);
  });

  test("is possible against a removal, and restores the text; a new removal can be appealed against again", async () => {
    const author = await makeAccount();
    const { caseId, commentId, comment } = await sendHeldComment(here, {}, author);
    await decideAndMakeEdition(first, caseId);
    const remove = async () => {
      const found = await db().case.create({
        data: { kind: "report", strategyId: here, areaId: here, commentId, revision: 1, dueAt: new Date() },
      });
      const version = await versionOf(commentId);
      await decideCase(first, found.id, { ...publishDecision, decision: "remove", version, reason: "off-topic" });
    };
    const upheld = async () => {
      await submitAppeal(author, commentId, appealInput);
      const version = await versionOf(commentId);
      const { id } = await openAppeal(commentId);
      const other = await makeRep(here, "unite");
      await decideAndMakeEdition(other, id, {
        ...publishDecision,
        decision: "uphold",
        version,
        reason: "keeps-to-rules",
      });
    };
    await remove();
    await upheld();
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("The first bus");
    await expect(submitAppeal(author, commentId, appealInput)).rejects.toThrow(
      "no longer a decision to appeal against",
    );
    await remove();
    await upheld();
    expect(await db().appeal.count({ where: { decision: { commentId } } })).toBe(2);
  });

  test("is only for the author, and only against rejections and removals", async () => {
    const { author, commentId } = await rejected();
    await expect(submitAppeal(await makeAccount(), commentId, appealInput)).rejects.toThrow(NotFound);
    expect(await getOwnAppeal(await makeAccount(), commentId)).toBeNull();
    const waiting = await sendHeldComment(here, {}, author);
    await expect(submitAppeal(author, waiting.commentId, appealInput)).rejects.toThrow(RuleViolation);
    await decideAndMakeEdition(first, waiting.caseId);
    await expect(submitAppeal(author, waiting.commentId, appealInput)).rejects.toThrow(RuleViolation);
  });

  test("of two reps at once one decides it, and the other sees who", async () => {
    const { author, commentId } = await rejected();
    await submitAppeal(author, commentId, appealInput);
    const { id } = await openAppeal(commentId);
    const version = await versionOf(commentId);
    const uphold = { ...publishDecision, decision: "uphold", version, reason: "keeps-to-rules" } as const;
    const third = await makeRep(here, "unite");
    const tries = await Promise.allSettled([second, third].map((rep) => decideCase(rep, id, uphold)));
    const lost = tries.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(lost[0]?.reason.message).toContain("upheld the appeal");
  });

  test("of a decision and a withdrawal at once only one takes effect", async () => {
    for (let round = 0; round < 4; round++) {
      const { author, commentId } = await rejected();
      await submitAppeal(author, commentId, appealInput);
      const { id } = await openAppeal(commentId);
      const version = await versionOf(commentId);
      const uphold = { ...publishDecision, decision: "uphold", version, reason: "keeps-to-rules" } as const;
      await Promise.allSettled([decideCase(second, id, uphold), withdrawComment(author, commentId)]);
      const { state } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
      const found = await db().case.findUniqueOrThrow({ where: { id }, include: { decisions: true } });
      expect(["ready", "withdrawn"]).toContain(state);
      if (found.state === "lapsed") expect(found.decisions).toEqual([]);
      else expect(found.decisions).toHaveLength(1);
    }
  });

  test("is part of a person's data, and is erased with it", async () => {
    const { author, commentId, participantId } = await rejected();
    await submitAppeal(author, commentId, appealInput);
    expect(JSON.stringify(await getPersonalData(author))).toContain(appealInput.grounds);
    await erasePerson(author);
    const { grounds, case: appealCase } = await db().appeal.findFirstOrThrow({
      where: { case: { commentId } },
      include: { case: true },
    });
    expect([grounds, appealCase.state]).toEqual(["", "lapsed"]);
    expect(await db().notice.count({ where: { participantId } })).toBe(0);
  });

  test("is decided in another area when nobody else is eligible", async () => {
    await db().grant.updateMany({
      where: { bodyId: here, accountId: { not: first.accountId ?? "" } },
      data: { endedAt: new Date() },
    });
    await makeRep("west-midlands");
    const { author, commentId } = await rejected();
    await submitAppeal(author, commentId, appealInput);
    expect((await openAppeal(commentId)).areaId).toBe("west-midlands");
  });
});

test("chains and tallies are consistent after all tests above", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await findTallyDifferences()).toEqual([]);
});
