import { whyCannotRevise } from "@/lib/comments/revision.policy";
import { openReports } from "@/lib/comments/revision.queries";
import { db } from "@/lib/database/client";
import { type Page, toPage } from "@/lib/pagination";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { CommentState } from "@/prisma/generated/enums";

const commentsPerPage = 20;

export type OwnComment = {
  id: string;
  threadId: string;
  strategyId: string;
  areaName: string;
  alias: string;
  sectionNumber: number;
  state: CommentState;
  /** The last revision; blank when withdrawn. */
  text: string;
  isReply: boolean;
  canRevise: boolean;
  /** As of the newest edition, as everyone sees them; null unless it is published. `replies`: null for a reply. */
  publicCounts: { replies: number | null; agrees: number; disagrees: number; passes: number } | null;
  /** It speaks of self-harm, and no rep has decided yet. */
  isAtRisk: boolean;
};

/** A page of 20 of a person's own comments, by strategy and id: we store no order of time. */
export async function listOwnComments(person: Person, after: string | null): Promise<Page<OwnComment>> {
  const ownIds = await listOwnParticipantIds(person);
  const cursor = after
    ? await db().comment.findFirst({
        where: { id: after, participantId: { in: ownIds } },
        select: { id: true, strategyId: true },
      })
    : null;
  const rows = await db().comment.findMany({
    where: {
      participantId: { in: ownIds },
      ...(cursor && {
        OR: [{ strategyId: { gt: cursor.strategyId } }, { strategyId: cursor.strategyId, id: { gt: cursor.id } }],
      }),
    },
    orderBy: [{ strategyId: "asc" }, { id: "asc" }],
    take: commentsPerPage + 1,
    select: {
      id: true,
      threadId: true,
      strategyId: true,
      state: true,
      isReply: true,
      agrees: true,
      disagrees: true,
      passes: true,
      participant: { select: { alias: true } },
      cases: openReports,
      _count: { select: { cases: { where: { isAtRisk: true, state: "open" } } } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true, createdAt: true } },
      thread: {
        select: { replyCount: true, section: { select: { number: true } }, strategy: { select: { areaName: true } } },
      },
    },
  });
  const { items, next } = toPage(rows, commentsPerPage, ({ id }) => id);
  return {
    items: items.map(
      ({ participant, revisions: [last], cases, thread, _count, agrees, disagrees, passes, ...row }) => ({
        ...row,
        publicCounts:
          row.state === "published"
            ? { replies: row.isReply ? null : thread.replyCount, agrees, disagrees, passes }
            : null,
        isAtRisk: _count.cases > 0,
        alias: participant.alias,
        areaName: thread.strategy.areaName,
        sectionNumber: thread.section.number,
        text: last?.text ?? "",
        canRevise:
          whyCannotRevise(
            { state: row.state, writtenAt: last?.createdAt ?? new Date(0), isReported: cases.length > 0 },
            new Date(),
          ) === null,
      }),
    ),
    next,
  };
}
