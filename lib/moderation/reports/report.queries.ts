import { db } from "@/lib/database/client";
import { actionsBesideComment } from "@/lib/moderation/decisions/transition.rules";
import { type ReportOutcome, reportOutcome } from "@/lib/moderation/reports/report.rules";
import { type Page, toPage } from "@/lib/pagination";
import { findParticipantByReceipt, listOwnParticipantIds, receiptForForm } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";

export type OwnReport = {
  id: string;
  strategyId: string;
  areaName: string;
  threadId: string;
  /** The reported comment. `text` is empty unless it is published. */
  commentId: string;
  alias: string;
  text: string;
  reason: string;
  outcome: ReportOutcome;
};

/** Whether everybody can see a comment, or could before a report or a decision hid it. */
export const wasPublished = async (strategyId: string, id: string): Promise<boolean> =>
  (await db().comment.count({ where: { id, strategyId, week: { not: null } } })) > 0;

export const reportsPerPage = 20;

/** A page of a person's reports, by id, because no time is stored. */
export async function listOwnReports(person: Person, after: string | null): Promise<Page<OwnReport>> {
  const rows = await db().report.findMany({
    where: { participantId: { in: await listOwnParticipantIds(person) }, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: reportsPerPage + 1,
    select: {
      id: true,
      reason: true,
      case: {
        select: {
          state: true,
          strategyId: true,
          strategy: { select: { areaName: true } },
          decisions: {
            orderBy: { sequence: "desc" },
            where: { action: { notIn: actionsBesideComment } },
            take: 1,
            select: { action: true },
          },
          comment: {
            select: {
              id: true,
              threadId: true,
              state: true,
              text: true,
              participant: { select: { alias: true } },
            },
          },
        },
      },
    },
  });
  const { items, next } = toPage(rows, reportsPerPage, ({ id }) => id);
  const reports = items.map(({ id, reason, case: reportedCase }) => ({
    id,
    reason,
    strategyId: reportedCase.strategyId,
    areaName: reportedCase.strategy.areaName,
    threadId: reportedCase.comment.threadId,
    commentId: reportedCase.comment.id,
    alias: reportedCase.comment.participant.alias,
    text: reportedCase.comment.state === "published" ? reportedCase.comment.text : "",
    outcome: reportOutcome({
      state: reportedCase.state,
      action: reportedCase.decisions[0]?.action ?? null,
      commentState: reportedCase.comment.state,
    }),
  }));
  return { items: reports, next };
}

/** How many comments in these areas were reported as illegal, and are shown until a rep decides. */
export const shownReportedSql = (areaIds: string[]): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int FROM cases k JOIN comments c ON c.id = k."commentId" AND c.state = 'published'
  WHERE k."areaId" = ANY(${areaIds}) AND k.state = 'open' AND k.kind = 'illegal' AND k."heldUntil" IS NULL`;

/** The receipt that a report's form was given; null when there was none. */
export async function getReportReceipt(formId: string): Promise<string | null> {
  const receipt = receiptForForm(formId);
  return (await findParticipantByReceipt(receipt)) ? receipt : null;
}
