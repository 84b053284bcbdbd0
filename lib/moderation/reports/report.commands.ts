import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { findParticipantId } from "@/lib/comments/reactions/reaction.queries";
import { type Tx, transact } from "@/lib/database/client";
import { NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { type CommentForTransition, transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { lockComment, transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { openCaseOnComment } from "@/lib/moderation/queue/case.writes";
import { whyCannotReport } from "@/lib/moderation/reports/report.policy";
import { wasPublished } from "@/lib/moderation/reports/report.queries";
import { holdHours, shouldHoldAgain } from "@/lib/moderation/reports/report.rules";
import type { ReportInput } from "@/lib/moderation/reports/report.schema";
import { reassignIfNoneEligible } from "@/lib/moderation/rota/reassignment.writes";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { isWithinLimit, isWithinLimitOf } from "@/lib/security/rate-limit";

/** A saved report. The receipt is null unless the reporter is new and has no account. */
export type ReportResult = { participantId: string; receipt: string | null; isHeld: boolean };

/**
 * Reports a comment. All reports of one kind share an open case, with one report from each person, who may add to it. The
 * first report of
 * illegal content on a text holds the comment until a rep decides, for `holdHours` at most. Where reporters of whom nothing
 * was ever published have held several comments of the strategy within the hour, further reports of theirs open a case
 * and hold nothing: one person without cookies could otherwise empty a page.
 * @param client the key of the client's network
 * @throws NotFound (no such visible comment), RuleViolation (their own, gone, decided before, a sanction), RateLimited
 */
export async function reportComment(
  person: Person,
  strategyId: string,
  input: ReportInput,
  client: string,
): Promise<ReportResult> {
  const knownParticipantId = await findParticipantId(person, strategyId);
  if (!(await wasPublished(strategyId, input.comment))) throw new NotFound();
  const isAllowed = await (knownParticipantId
    ? isWithinLimit("report", knownParticipantId)
    : isWithinLimit("report-client", client));
  if (!isAllowed) throw new RateLimited("You have done that too many times. Wait 15 minutes, then try again.");
  const receipt = needsReceipt(person, strategyId) && input.formId ? receiptForForm(input.formId) : null;
  return transact(async (tx) => {
    const { id: participantId } = await findOrCreateParticipant(tx, person, strategyId, receipt ?? undefined);
    await lockComment(tx, input.comment); // one report or decision on a comment at a time
    const isHeld = await addReport(tx, person, participantId, input);
    return { participantId, receipt, isHeld };
  });
}

async function addReport(tx: Tx, person: Person, participantId: string, input: ReportInput): Promise<boolean> {
  const { kind, reason, details } = input;
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: input.comment },
    select: { ...transitionColumns, participantId: true },
  });
  const where = { commentId: comment.id, revision: comment.revision, kind };
  const cases = await tx.case.findMany({
    where,
    select: { id: true, state: true, heldUntil: true, reports: { where: { participantId }, select: ownReport } },
  });
  const ownCases = cases.filter(({ reports }) => reports.length > 0);
  const ownOpenCase = ownCases.find(({ state }) => state === "open");
  if (ownOpenCase) {
    await addDetails(tx, ownOpenCase.reports, input);
    return comment.state === "held";
  }
  const facts = {
    kind,
    commentState: comment.state,
    isOwn: comment.participantId === participantId,
    wasDecidedBefore: ownCases.length > 0,
    sanctions: await listSanctions(participantId, tx),
  };
  const refusal = whyCannotReport(facts, new Date());
  if (refusal) throw new RuleViolation(refusal);
  const open = cases.find(({ state }) => state === "open") ?? (await openCaseOnComment(tx, kind, comment.id));
  await tx.report.create({ data: { caseId: open.id, participantId, reason, details } });
  if (person.grants.length > 0) await reassignIfNoneEligible(tx, open.id); // a rep who reports may not decide
  if (kind === "report" || !shouldHoldAgain(cases)) return false;
  if (!(await isKnown(tx, person, participantId)) && !(await isWithinLimitOf(tx, "unknown-holds", comment.strategyId)))
    return false;
  await holdComment(tx, open.id, comment);
  return true;
}

const ownReport = { id: true, details: true } as const;

/** Somebody who reports the same text again adds to their report; the same details are in it once. */
async function addDetails(
  tx: Tx,
  reports: { id: string; details: string | null }[],
  { details }: ReportInput,
): Promise<void> {
  for (const { id, details: earlier } of reports) {
    if (!details || earlier?.includes(details)) continue;
    const data = { details: [earlier, details].filter(Boolean).join("\n\n") };
    await tx.report.update({ where: { id }, data });
  }
}

/** Whether a reporter holds a role, or wrote something that a rep let through. */
async function isKnown(tx: Tx, person: Person, participantId: string): Promise<boolean> {
  return person.grants.length > 0 || (await tx.comment.count({ where: { participantId, week: { not: null } } })) > 0;
}

async function holdComment(
  tx: Tx,
  caseId: string,
  comment: CommentForTransition & { participantId: string },
): Promise<void> {
  const now = new Date();
  const heldUntil = new Date(now.getTime() + holdHours * 60 * 60 * 1000);
  if (!(await transitionComment(tx, comment, "held", now))) throw new Error("A comment moved though it was locked.");
  await tx.case.update({ where: { id: caseId }, data: { heldUntil } });
  const { id: commentId, participantId } = comment;
  await tx.notice.create({ data: { participantId, commentId, kind: "comment-held" satisfies NoticeKind, facts: {} } });
  await recordAuditEvent(tx, { action: "moderation.hold", accountId: null, subject: `comment:${commentId}` });
}
