import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db } from "@/lib/database/client";
import { besideDeeds } from "@/lib/moderation/decisions/transition.rules";
import { type Outcome, outcomeOf } from "@/lib/moderation/reports/report.rules";
import type { Person } from "@/lib/people/person.policy";

export type OwnReport = {
  id: string;
  strategyId: string;
  areaName: string;
  threadId: string;
  /** What was reported: whose comment, and its words while they can be read. */
  commentId: string;
  alias: string;
  text: string;
  reason: string;
  outcome: Outcome;
};

export const reportsPerPage = 20;

/** What a person reported and what became of it, a page of 20; by id, for no order of time is kept. */
export async function listOwnReports(
  person: Person,
  after: string | null,
): Promise<{ items: OwnReport[]; next: string | null }> {
  const rows = await db().flag.findMany({
    where: { participantId: { in: await ownParticipantIds(person) }, ...(after && { id: { gt: after } }) },
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
            where: { deed: { notIn: besideDeeds } },
            take: 1,
            select: { deed: true },
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
  const items = rows.slice(0, reportsPerPage).map(({ id, reason, case: of }) => ({
    id,
    reason,
    strategyId: of.strategyId,
    areaName: of.strategy.areaName,
    threadId: of.comment.threadId,
    commentId: of.comment.id,
    alias: of.comment.participant.alias,
    text: of.comment.state === "published" ? of.comment.text : "",
    outcome: outcomeOf({ state: of.state, deed: of.decisions[0]?.deed ?? null, commentState: of.comment.state }),
  }));
  return { items, next: rows.length > items.length ? (items.at(-1)?.id ?? null) : null };
}
