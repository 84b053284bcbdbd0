import { recordEvent } from "@/lib/audit/record.writes";
import { participantIdOf } from "@/lib/comments/reactions/reaction.queries";
import { db, type Tx, transact } from "@/lib/database/client";
import { NotFound, Refused, TooMany } from "@/lib/errors";
import { lockComment, type MovedComment, moveComment } from "@/lib/moderation/decisions/transition.writes";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import { openAnother } from "@/lib/moderation/queue/case.writes";
import { whyNoFlag } from "@/lib/moderation/reports/report.policy";
import { holdHours, isHeldFor } from "@/lib/moderation/reports/report.rules";
import type { FlagInput } from "@/lib/moderation/reports/report.schema";
import { passIfNobody } from "@/lib/moderation/rota/reassignment.writes";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import { participantFor, receiptFor } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { isWithinLimit } from "@/lib/security/rate-limit";

/** A report that was taken in. The receipt is there for somebody new who came without an account. */
export type Reported = { participantId: string; receipt: string | null; isHeld: boolean };

/**
 * Reports a comment: one report of a person in an open case, which holds all that come while it is open. A report of
 * illegal content takes the comment off its page until a rep decides, or `holdHours` have passed; the same words once.
 * @param client as the front names it
 * @throws NotFound (no such comment to be seen), Refused (their own, gone, answered before, a sanction), TooMany
 */
export async function report(person: Person, strategyId: string, input: FlagInput, client: string): Promise<Reported> {
  const known = await participantIdOf(person, strategyId);
  const seen = await db().comment.count({ where: { id: input.comment, strategyId, week: { not: null } } });
  if (seen === 0) throw new NotFound();
  const isAllowed = await (known ? isWithinLimit("report", known) : isWithinLimit("report-client", client));
  if (!isAllowed) throw new TooMany("That was a lot in a short time. Wait a quarter of an hour, then go on.");
  const receipt = needsReceipt(person, strategyId) && input.formId ? receiptFor(input.formId) : null;
  return transact(async (tx) => {
    const { id: participantId } = await participantFor(tx, person, strategyId, receipt ?? undefined);
    await lockComment(tx, input.comment); // reports and decisions on one comment come one after another
    const isHeld = await add(tx, person, participantId, input);
    return { participantId, receipt, isHeld };
  });
}

async function add(tx: Tx, person: Person, participantId: string, input: FlagInput): Promise<boolean> {
  const { kind, reason, words } = input;
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: input.comment },
    select: { ...movedColumns, participantId: true },
  });
  const about = { commentId: comment.id, revision: comment.revision, kind };
  const cases = await tx.case.findMany({
    where: about,
    select: { id: true, state: true, heldUntil: true, flags: { where: { participantId }, select: { id: true } } },
  });
  const own = cases.filter(({ flags }) => flags.length > 0);
  if (own.some(({ state }) => state === "open")) return comment.state === "held"; // sent twice
  const facts = {
    kind,
    commentState: comment.state,
    isOwn: comment.participantId === participantId,
    wasAnswered: own.length > 0,
    sanctions: await listSanctions(participantId, tx),
  };
  const refusal = whyNoFlag(facts, new Date());
  if (refusal) throw new Refused(refusal);
  const open = cases.find(({ state }) => state === "open") ?? (await openAnother(tx, kind, comment.id));
  await tx.flag.create({ data: { caseId: open.id, participantId, reason, words } });
  if (person.grants.length > 0) await passIfNobody(tx, open.id); // a rep who reports does not decide
  if (kind === "flag" || !isHeldFor(cases)) return false;
  await hold(tx, open.id, comment);
  return true;
}

async function hold(tx: Tx, caseId: string, comment: MovedComment & { participantId: string }): Promise<void> {
  const now = new Date();
  const heldUntil = new Date(now.getTime() + holdHours * 60 * 60 * 1000);
  if (!(await moveComment(tx, comment, "held", now))) throw new Error("A comment moved though it was locked.");
  await tx.case.update({ where: { id: caseId }, data: { heldUntil } });
  const { id: commentId, participantId } = comment;
  await tx.notice.create({ data: { participantId, commentId, kind: "comment-held", facts: {} } });
  await recordEvent(tx, { deed: "moderation.hold", accountId: null, subject: `comment:${commentId}` });
}

/** The receipt that came with a report's form, for the page after it; null when none did. */
export async function getReportReceipt(formId: string): Promise<string | null> {
  const receipt = receiptFor(formId);
  return (await findParticipantByReceipt(receipt)) ? receipt : null;
}
