import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { reopenCase, takeBackDecision } from "@/lib/moderation/decisions/reversal.commands";
import { getReversal, listRecentDecisions } from "@/lib/moderation/decisions/reversal.queries";
import { openSecondLooks, setSecondLookShare } from "@/lib/moderation/decisions/second-look.commands";
import { verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { requestOriginalAccess } from "@/lib/moderation/originals/access-request.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { listOwnReports } from "@/lib/moderation/reports/report.queries";
import { submitAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import type { Person } from "@/lib/people/person.policy";
import { visitor } from "@/lib/people/person.policy";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
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

const area = "cornwall-scilly";
let rep: Person;
let other: Person;
beforeAll(async () => {
  await openStrategy(area);
  rep = await makeRep(area);
  other = await makeRep(area, "gmb");
});

const commentOf = (id: string) => db().comment.findUniqueOrThrow({ where: { id } });
const actionsOf = async (caseId: string) =>
  (await db().decision.findMany({ where: { caseId }, orderBy: { sequence: "asc" } })).map(({ action }) => action);
const noticesOf = async (commentId: string) =>
  (await db().notice.findMany({ where: { commentId } })).map(({ kind }) => kind).toSorted();
const reopening = { reason: "identifies-someone", note: "It names her ward." } as const;
const fault = { ...publishDecision, reason: "insults" } as const;

async function reportAs(person: Person, commentId: string) {
  await reportComment(
    person,
    area,
    { kind: "report", comment: commentId, reason: "insults", details: null, formId: null },
    "client",
  );
  return db().case.findFirstOrThrow({ where: { commentId, state: "open", kind: "report" } });
}

describe("taking a decision back", () => {
  test("of a comment that waits: it waits again, on the record, and can be decided again", async () => {
    for (const decision of ["publish", "return", "reject"] as const) {
      const { caseId, comment } = await sendHeldComment(area);
      await decideCase(rep, caseId, { ...fault, decision, reason: decision === "publish" ? null : "insults" });
      expect(await listRecentDecisions(rep)).toMatchObject([{ caseId, action: decision }]);
      expect(await getReversal(other, caseId)).toMatchObject({ canTakeBack: false, whyCannotTakeBack: null });
      expect(await getReversal(rep, caseId)).toEqual({ canTakeBack: true, whyCannotTakeBack: null, canReopen: false });
      await expect(takeBackDecision(other, caseId)).rejects.toThrow("Only the rep who made");
      await takeBackDecision(rep, caseId);
      expect(await commentOf(comment.id)).toMatchObject({ state: "held", text: "", readyAt: null });
      expect(await actionsOf(caseId)).toEqual([decision, "take_back"]);
      expect(await noticesOf(comment.id)).toContain("decision-reversed");
      expect(await listRecentDecisions(rep)).toEqual([]);
      await expect(takeBackDecision(rep, caseId)).rejects.toThrow("cannot undo this");
      const { items } = await listQueue(other);
      const waiting = items.find(({ id }) => id === caseId);
      await makeEdition(area);
      expect(await getThread(area, comment.threadId, null)).toBeNull();
      await decideAndMakeEdition(other, caseId, { ...publishDecision, version: waiting?.version ?? 0 });
      expect((await getThread(area, comment.threadId, null))?.first.text).toContain("The first bus");
    }
  });

  test("not once an edition was made; another rep opens the case again, and the one who decided does not decide it", async () => {
    const { caseId, comment } = await sendHeldComment(area);
    await decideAndMakeEdition(rep, caseId);
    await expect(takeBackDecision(rep, caseId)).rejects.toThrow("There has been an edition since");
    expect((await getReversal(rep, caseId)).whyCannotTakeBack).toContain("There has been an edition since");
    await expect(reopenCase(rep, caseId, reopening)).rejects.toThrow("You made this decision");
    await expect(reopenCase(visitor, caseId, reopening)).rejects.toThrow(NotFound);
    await reopenCase(other, caseId, reopening);
    expect(await commentOf(comment.id)).toMatchObject({ state: "published" });
    expect((await getThread(area, comment.threadId, null))?.first.text).toContain("The first bus"); // until somebody decides
    expect(await noticesOf(comment.id)).toEqual(["comment-published"]);
    await expect(reopenCase(other, caseId, reopening)).rejects.toThrow("another decision since");
    const opened = await db().case.findFirstOrThrow({ where: { commentId: comment.id, state: "open" } });
    expect(opened.kind).toBe("check");
    expect((await getCase(rep, opened.id))?.actions).toEqual([]);
    expect((await getCase(other, opened.id))?.decisions).toMatchObject([
      { action: "reopen", reason: "identifies-someone", note: "It names her ward." },
      { action: "publish" },
    ]);
    expect((await getCase(other, opened.id))?.actions).toContain("remove");
  });

  test("opening a rejection again holds the comment, and its author is told", async () => {
    const { caseId, comment } = await sendHeldComment(area);
    await decideCase(rep, caseId, { ...fault, decision: "reject" });
    await makeEdition(area);
    await reopenCase(other, caseId, { reason: "keeps-to-rules", note: null });
    expect(await commentOf(comment.id)).toMatchObject({ state: "held" });
    expect(await noticesOf(comment.id)).toEqual(["comment-rejected", "decision-reversed"]);
    const opened = await db().case.findFirstOrThrow({ where: { commentId: comment.id, state: "open" } });
    await decideAndMakeEdition(other, opened.id, {
      ...publishDecision,
      version: (await commentOf(comment.id)).version,
    });
    expect(await commentOf(comment.id)).toMatchObject({ state: "published" });
  });

  test("of a removal: the text is there again at once, and the reports wait again", async () => {
    const { caseId, comment } = await sendHeldComment(area);
    await decideAndMakeEdition(rep, caseId);
    const reporter = await makeAccount();
    const report = await reportAs(reporter, comment.id);
    await decideCase(other, report.id, {
      ...fault,
      decision: "remove",
      version: (await commentOf(comment.id)).version,
    });
    expect((await getThread(area, comment.threadId, null))?.first).toMatchObject({ state: "removed", text: "" });
    await takeBackDecision(other, report.id);
    expect((await getThread(area, comment.threadId, null))?.first.text).toContain("The first bus");
    expect((await db().case.findUniqueOrThrow({ where: { id: report.id } })).state).toBe("open");
    expect((await listOwnReports(reporter, null)).items).toMatchObject([{ outcome: "pending" }]);
    expect(await noticesOf(comment.id)).toEqual(
      ["comment-published", "comment-removed", "decision-reversed", "report-removed", "report-reopened"].toSorted(),
    );
  });

  test("of a mask: every revision has its words again and nothing stays sealed, unless somebody asked to see it", async () => {
    for (const isRequested of [false, true]) {
      const { caseId, comment } = await sendHeldComment(area, { text: "Ask Maureen at the depot." });
      const mask = { ...fault, decision: "redact" as const, phrases: ["Maureen"] };
      await decideCase(rep, caseId, mask);
      expect(await commentOf(comment.id)).toMatchObject({
        state: "ready",
        isRedacted: true,
        text: "Ask [masked] at the depot.",
      });
      const original = await db().sealedOriginal.findFirstOrThrow({ where: { commentId: comment.id } });
      if (isRequested) {
        await requestOriginalAccess(rep, original.id, { reason: "A test asks for it, to see that the mask stays." });
        await expect(takeBackDecision(rep, caseId)).rejects.toThrow("cannot remove the mask");
        continue;
      }
      await takeBackDecision(rep, caseId);
      expect(await commentOf(comment.id)).toMatchObject({ state: "held", isRedacted: false, text: "" });
      expect((await getCase(other, caseId))?.text).toBe("Ask Maureen at the depot.");
      expect(await db().sealedOriginal.count({ where: { commentId: comment.id } })).toBe(0);
    }
  });

  test("not when its author took the comment back or appealed meanwhile, nor the second of two presses", async () => {
    const author = await makeAccount();
    const withdrawn = await sendHeldComment(area, {}, author);
    await decideCase(rep, withdrawn.caseId, publishDecision);
    await withdrawComment(author, withdrawn.commentId);
    await expect(takeBackDecision(rep, withdrawn.caseId)).rejects.toThrow("changed since");
    await expect(reopenCase(other, withdrawn.caseId, reopening)).rejects.toThrow("changed since");
    const rejected = await sendHeldComment(area, {}, author);
    await decideCase(rep, rejected.caseId, { ...fault, decision: "reject" });
    await submitAppeal(author, rejected.commentId, { grounds: "I insulted nobody." });
    await expect(takeBackDecision(rep, rejected.caseId)).rejects.toThrow("The author has appealed");
    await expect(reopenCase(other, rejected.caseId, reopening)).rejects.toThrow("already waiting for a decision");
    const twice = await sendHeldComment(area);
    await decideCase(rep, twice.caseId, publishDecision);
    const presses = await Promise.allSettled([1, 2].map(() => takeBackDecision(rep, twice.caseId)));
    expect(presses.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await actionsOf(twice.caseId)).toEqual(["publish", "take_back"]);
  });

  test("an appeal that was upheld by mistake is open again", async () => {
    const author = await makeAccount();
    const { caseId, comment } = await sendHeldComment(area, {}, author);
    await decideCase(rep, caseId, { ...fault, decision: "reject" });
    await submitAppeal(author, comment.id, { grounds: "I insulted nobody." });
    const appeal = await db().case.findFirstOrThrow({ where: { commentId: comment.id, kind: "appeal" } });
    const upheld = { ...publishDecision, decision: "uphold", reason: "keeps-to-rules" } as const;
    await decideCase(other, appeal.id, { ...upheld, version: (await commentOf(comment.id)).version });
    await takeBackDecision(other, appeal.id);
    expect(await commentOf(comment.id)).toMatchObject({ state: "rejected", text: "" });
    expect((await getCase(other, appeal.id))?.actions).toEqual(["uphold", "dismiss"]);
  });

  test("a second look that waits lapses, and none is drawn of what was taken back", async () => {
    await setSecondLookShare("system", { strategyId: area, percent: 100 });
    await openSecondLooks();
    const { caseId, comment } = await sendHeldComment(area);
    await decideCase(rep, caseId, publishDecision);
    await openSecondLooks();
    await takeBackDecision(rep, caseId);
    expect(await db().case.findFirstOrThrow({ where: { commentId: comment.id, kind: "second_look" } })).toMatchObject({
      state: "lapsed",
    });
    const dismissed = await sendHeldComment(area);
    await decideAndMakeEdition(rep, dismissed.caseId);
    const report = await reportAs(await makeAccount(), dismissed.commentId);
    const { version } = await commentOf(dismissed.commentId);
    await openSecondLooks();
    await decideCase(rep, report.id, { ...publishDecision, decision: "dismiss", version });
    await takeBackDecision(rep, report.id);
    expect(await openSecondLooks()).toBe(0);
  });

  test("chains and counts of decisions are consistent after all tests above", async () => {
    expect(await verifyDecisionCounts()).toEqual([]);
    expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
