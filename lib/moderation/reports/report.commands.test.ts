import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { reviseComment } from "@/lib/comments/revision.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listModerationFigures, verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { suppressCount, suppressShare } from "@/lib/moderation/decisions/transparency.rules";
import { openEnvelope } from "@/lib/moderation/originals/envelope-encryption";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { getQueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { expireHolds } from "@/lib/moderation/reports/hold.commands";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { listOwnReports } from "@/lib/moderation/reports/report.queries";
import { holdHours } from "@/lib/moderation/reports/report.rules";
import type { ReportInput } from "@/lib/moderation/reports/report.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import type { Prisma } from "@/prisma/generated/client";
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
let rep: Person;
beforeAll(async () => {
  for (const id of [here, "west-midlands"]) await openStrategy(id);
  rep = await makeRep(here);
});

async function published() {
  const sent = await sendHeldComment(here);
  await decideAndMakeEdition(rep, sent.caseId);
  return sent;
}

const reportInput = (comment: string): ReportInput => ({
  kind: "report",
  reason: "insults",
  details: null,
  comment,
  formId: newFormId(),
});
const illegalReportInput = (comment: string): ReportInput => ({
  kind: "illegal",
  reason: "threat",
  details: "It says where he lives.",
  comment,
  formId: newFormId(),
});
const makeReporter = () => makeAccount();
const send = (who: Person, input: ReportInput) => reportComment(who, here, input, `client-${Math.random()}`);
const stateOf = async (id: string) => (await db().comment.findUniqueOrThrow({ where: { id } })).state;
const openCases = (commentId: string) => db().case.findMany({ where: { commentId, state: "open" } });
const noticeKinds = async (participantId: string) =>
  (await db().notice.findMany({ where: { participantId } })).map(({ kind }) => kind);

async function decideOn(commentId: string, action: "remove" | "dismiss" | "publish" | "redact", who = rep) {
  const [found] = await openCases(commentId);
  const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  const reason = action === "remove" || action === "redact" ? "insults" : null;
  const phrases = action === "redact" ? ["bus"] : [];
  await decideCase(who, found?.id ?? "", { ...publishDecision, decision: action, version, reason, phrases });
}

describe("reporting a comment", () => {
  test("a visitor gets a receipt and sees the outcome; the rep reads why, but not who", async () => {
    const { commentId } = await published();
    const { participantId, receipt } = await send(visitor, {
      ...reportInput(commentId),
      details: "He means my sister.",
    });
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await stateOf(commentId)).toBe("published");
    const [found] = await openCases(commentId);
    expect(found?.kind).toBe("report");
    const shown = await getCase(rep, found?.id ?? "");
    expect(shown?.reports).toEqual([{ reason: "insults", details: "He means my sister." }]);
    expect(JSON.stringify(shown)).not.toContain(participantId);
    const back: Person = { ...visitor, participantId, participantStrategyId: here };
    expect((await listOwnReports(back, null)).items).toMatchObject([{ commentId, outcome: "pending" }]);
    await decideOn(commentId, "remove");
    expect((await listOwnReports(back, null)).items).toMatchObject([{ outcome: "removed", text: "" }]);
    expect(await noticeKinds(participantId)).toEqual(["report-removed"]);
  });

  test("several reports share one case; two at once from one person are one report", async () => {
    const { commentId } = await published();
    const [one, two, three] = [await makeReporter(), await makeReporter(), await makeReporter()];
    await Promise.all([one, one, two, three].map((who) => send(who, reportInput(commentId))));
    const cases = await openCases(commentId);
    expect(cases).toHaveLength(1);
    expect(await db().report.count({ where: { caseId: cases[0]?.id } })).toBe(3);
    await decideOn(commentId, "dismiss");
    await expect(send(one, reportInput(commentId))).rejects.toThrow("A rep read it and left it unchanged");
    expect((await listOwnReports(one, null)).items).toMatchObject([{ outcome: "dismissed" }]);
    await send(await makeReporter(), reportInput(commentId)); // another person may report the same text
    expect(await openCases(commentId)).toHaveLength(1);
  });

  test("who reports the same text again adds details to their report, each once", async () => {
    const { commentId } = await published();
    const reporter = await makeReporter();
    const reportWith = (details: string | null) =>
      send(reporter, { ...reportInput(commentId), details } as ReportInput);
    for (const details of [
      "He means my sister.",
      "He means my sister.",
      null,
      "He has done it before.",
      "He means my sister.",
    ])
      await reportWith(details);
    const [found] = await openCases(commentId);
    const { reports } = (await getCase(rep, found?.id ?? "")) ?? {};
    expect(reports).toEqual([{ reason: "insults", details: "He means my sister.\n\nHe has done it before." }]);
  });

  test("a rep who reported may not decide; when no other rep is left, another area decides", async () => {
    const { commentId } = await published();
    await send(rep, reportInput(commentId));
    const other = await makeRep(here, "gmb");
    await expect(decideOn(commentId, "dismiss")).rejects.toThrow();
    await db().grant.updateMany({ where: { accountId: other.accountId ?? "" }, data: { endedAt: new Date() } });
    await makeRep("west-midlands");
    const next = await published();
    await send(rep, reportInput(next.commentId));
    expect((await openCases(next.commentId))[0]?.areaId).toBe("west-midlands");
  });

  test("refuses one's own comments, comments that are not visible, and too many reports", async () => {
    const author = await makeReporter();
    const own = await sendHeldComment(here, {}, author);
    await expect(send(await makeReporter(), reportInput(own.commentId))).rejects.toThrow(NotFound);
    await decideAndMakeEdition(rep, own.caseId);
    await expect(send(author, reportInput(own.commentId))).rejects.toThrow("You wrote this comment");
    await withdrawComment(author, own.commentId);
    await expect(send(await makeReporter(), reportInput(own.commentId))).rejects.toThrow("already gone");
    await expect(reportComment(visitor, "west-midlands", reportInput(own.commentId), "c")).rejects.toThrow(NotFound);
    const { commentId } = await published();
    const tries = Array.from(
      { length: 21 },
      () => () => reportComment(visitor, here, reportInput(commentId), "one network"),
    );
    const last = tries.pop();
    for (const one of tries) await one();
    await expect(last?.()).rejects.toThrow(RateLimited);
    expect(await db().participant.count({ where: { reports: { some: { case: { commentId } } } } })).toBe(20);
  });

  test("a decision at the same time as a report leaves the report in the case, in a new case, or refused", async () => {
    for (let round = 0; round < 6; round++) {
      const { commentId } = await published();
      const first = await makeReporter();
      await send(first, reportInput(commentId));
      const second = await makeReporter();
      const action = round % 2 ? "remove" : "dismiss";
      const [, late] = await Promise.allSettled([decideOn(commentId, action), send(second, reportInput(commentId))]);
      const reports = await db().report.findMany({ where: { case: { commentId } }, include: { case: true } });
      if (late.status === "rejected") {
        expect(late.reason).toBeInstanceOf(RuleViolation);
        expect(reports).toHaveLength(1);
      } else {
        expect(reports).toHaveLength(2);
        for (const { case: of, participantId } of reports)
          if (of.state !== "open") expect(await noticeKinds(participantId ?? "")).toHaveLength(1);
      }
    }
  });

  test("reporters are notified when the author withdraws the comment", async () => {
    const author = await makeReporter();
    const sent = await sendHeldComment(here, {}, author);
    await decideAndMakeEdition(rep, sent.caseId);
    const { participantId } = await send(await makeReporter(), reportInput(sent.commentId));
    await withdrawComment(author, sent.commentId);
    expect(await noticeKinds(participantId)).toEqual(["report-lapsed"]);
    expect(await openCases(sent.commentId)).toEqual([]);
  });
});

describe("a report of illegal content", () => {
  beforeEach(async () => {
    await db().rateLimit.deleteMany(); // all of these are of one strategy and one hour
  });

  test("holds the comment at once, and its page says so; a rep publishes it again", async () => {
    const { commentId, participantId: author, comment } = await published();
    const { isHeld, participantId } = await send(visitor, illegalReportInput(commentId));
    expect([isHeld, await stateOf(commentId)]).toEqual([true, "held"]);
    const thread = await getThread(here, comment.threadId, null);
    expect(thread?.first).toMatchObject({ state: "held", text: "" });
    expect(await noticeKinds(author)).toContain("comment-held");
    await decideOn(commentId, "publish");
    await makeEdition(here);
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("first bus");
    expect(await noticeKinds(participantId)).toEqual(["report-dismissed"]);
    // the same text is not held again, but a case is opened
    expect((await send(visitor, illegalReportInput(commentId))).isHeld).toBe(false);
    expect(await stateOf(commentId)).toBe("published");
    expect((await openCases(commentId)).map(({ kind }) => kind)).toEqual(["illegal"]);
  });

  test("two reports at once hold the comment once", async () => {
    const { commentId } = await published();
    const both = await Promise.all([
      send(visitor, illegalReportInput(commentId)),
      send(visitor, illegalReportInput(commentId)),
    ]).catch((error: unknown) => error);
    // the second finds the comment held, and is refused
    expect(both).toBeInstanceOf(RuleViolation);
    expect(await openCases(commentId)).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { subject: `comment:${commentId}` } })).toBe(1);
  });

  test("stays as it was reported: its author cannot change it, and what they withdraw is sealed for a time", async () => {
    const { commentId, participantId } = await published();
    const author = { ...visitor, participantId, participantStrategyId: here };
    await send(visitor, illegalReportInput(commentId));
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await expect(reviseComment(author, commentId, { text: "Nothing of the kind.", version })).rejects.toThrow(
      "Somebody reported this comment",
    );
    expect((await openCases(commentId)).map(({ kind }) => kind)).toEqual(["illegal"]);
    await withdrawComment(author, commentId);
    const original = await db().sealedOriginal.findFirstOrThrow({ where: { commentId } });
    expect(original).toMatchObject({ revision: 1, decisionId: null });
    const { sealedKey, sealedText } = original;
    expect(sealedKey && openEnvelope({ id: original.id, sealedKey, sealedText })).toContain("first bus");
    expect(await db().revision.count({ where: { commentId, NOT: { text: "" } } })).toBe(0);
    // what nobody reported is not stored
    const other = await published();
    await withdrawComment({ ...author, participantId: other.participantId }, other.commentId);
    expect(await db().sealedOriginal.count({ where: { commentId: other.commentId } })).toBe(0);
  });

  test("expires when nobody decides in time: the comment is published again, the case stays open", async () => {
    const { commentId, participantId: author } = await published();
    await send(visitor, illegalReportInput(commentId));
    expect(await expireHolds()).toBe(0);
    const later = new Date(Date.now() + holdHours * 3_600_000 + 1000);
    const both = await Promise.all([expireHolds(later), expireHolds(later)]);
    expect(both.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
    expect(await stateOf(commentId)).toBe("ready");
    await makeEdition(here);
    expect(await stateOf(commentId)).toBe("published");
    expect((await noticeKinds(author)).filter((kind) => kind === "comment-restored")).toHaveLength(1);
    expect((await send(visitor, illegalReportInput(commentId))).isHeld).toBe(false);
    await decideOn(commentId, "remove");
    expect(await stateOf(commentId)).toBe("removed");
  });

  test("reporters of whom nothing was published hold ten comments an hour; known ones go on, and reps are alerted", async () => {
    const comments = [];
    for (let n = 0; n < 12; n++) comments.push(await published());
    const held = [];
    for (const { commentId } of comments) held.push((await send(visitor, illegalReportInput(commentId))).isHeld);
    expect(held).toEqual([...Array(10).fill(true), false, false]);
    const [shown, next] = [comments[10]?.commentId ?? "", comments[11]?.commentId ?? ""];
    expect([await stateOf(shown), await stateOf(next)]).toEqual(["published", "published"]);
    expect((await openCases(shown)).map(({ kind }) => kind)).toEqual(["illegal"]);
    expect((await getQueueDesk(rep)).shownReported).toBeGreaterThanOrEqual(2);
    // a rep, and somebody whose comment a rep let through, are not slowed down
    expect((await send(rep, illegalReportInput(shown))).isHeld).toBe(true);
    const author = await published();
    const known = { ...visitor, participantId: author.participantId, participantStrategyId: here };
    expect((await send(known, illegalReportInput(next))).isHeld).toBe(true);
  });

  test("waits beside other reports: when the comment is removed, all reporters are notified", async () => {
    const { commentId } = await published();
    const { participantId: one } = await send(visitor, reportInput(commentId));
    const { participantId: two } = await send(visitor, illegalReportInput(commentId));
    const found = (await openCases(commentId)).find(({ kind }) => kind === "illegal");
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decideCase(rep, found?.id ?? "", { ...publishDecision, decision: "remove", version, reason: "not-lawful" });
    expect([await noticeKinds(one), await noticeKinds(two)]).toEqual([["report-removed"], ["report-removed"]]);
    expect(await openCases(commentId)).toEqual([]);
  });
});

test("the public figures count decided reports to the nearest 5, and the share that changed something", async () => {
  const decided = { case: { kind: { in: ["report", "illegal"] } } } satisfies Prisma.DecisionWhereInput;
  const [all, changed] = await Promise.all([
    db().decision.count({ where: decided }),
    db().decision.count({ where: { ...decided, action: { in: ["redact", "remove"] } } }),
  ]);
  await makeEdition(here);
  const record = (await listModerationFigures()).find(({ bodyId }) => bodyId === here);
  expect(record?.reports).toEqual({ decided: suppressCount(all), changedPercent: suppressShare(changed, all) });
  expect(all).toBeGreaterThan(9);
});

test("chains and tallies are consistent after all tests above", async () => {
  expect(await verifyDecisionCounts()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await findTallyDifferences()).toEqual([]);
});
