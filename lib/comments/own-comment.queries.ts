import type { Page } from "@/lib/comments/comment.queries";
import { whyCannotRevise } from "@/lib/comments/revision.rules";
import { db } from "@/lib/database/client";
import { actionsBesideComment } from "@/lib/moderation/decisions/transition.rules";
import { participantOwnerIndex } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { CommentState } from "@/prisma/generated/enums";

const commentsPerPage = 20;

/** The participants that a person is: the one of their receipt, or one in each strategy of their account. */
export async function listOwnParticipantIds(person: Person): Promise<string[]> {
  if (person.participantId) return [person.participantId];
  const { accountId } = person;
  if (!accountId) return [];
  const strategies = await db().strategy.findMany({ select: { id: true } });
  const indexes = strategies.map(({ id }) => participantOwnerIndex(accountId, id));
  const participants = await db().participant.findMany({
    where: { ownerIndex: { in: indexes } },
    select: { id: true },
  });
  return participants.map(({ id }) => id);
}

export type OwnComment = {
  id: string;
  threadId: string;
  strategyId: string;
  areaName: string;
  alias: string;
  sectionNumber: number;
  state: CommentState;
  /** What was last written; blank when withdrawn. */
  text: string;
  reason: string | null;
  toAuthor: string | null;
  isReply: boolean;
  canRevise: boolean;
};

/** A person's own comments with what became of each, by strategy, a page of 20; then by id, for no order of time is kept. */
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
      participant: { select: { alias: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true, createdAt: true } },
      thread: { select: { section: { select: { number: true } }, strategy: { select: { areaName: true } } } },
    },
  });
  const pageRows = rows.slice(0, commentsPerPage);
  const decisions = await listLastDecisions(pageRows.map(({ id }) => id));
  const items = pageRows.map(({ participant, revisions, thread, ...row }) => {
    const decision = decisions.find(({ commentId }) => commentId === row.id);
    return {
      ...row,
      alias: participant.alias,
      areaName: thread.strategy.areaName,
      sectionNumber: thread.section.number,
      text: revisions[0]?.text ?? "",
      canRevise:
        whyCannotRevise({ state: row.state, writtenAt: revisions[0]?.createdAt ?? new Date(0) }, new Date()) === null,
      reason: decision?.reason ?? null,
      toAuthor: decision?.note?.toAuthor ?? null,
    };
  });
  return { items, next: rows.length > pageRows.length ? (pageRows.at(-1)?.id ?? null) : null };
}

/** Of each comment the last decision on the comment itself: not on its thread, nor on its author. */
function listLastDecisions(commentIds: string[]) {
  return db().decision.findMany({
    where: { commentId: { in: commentIds }, action: { notIn: actionsBesideComment } },
    orderBy: [{ commentId: "asc" }, { sequence: "desc" }],
    distinct: ["commentId"],
    select: { commentId: true, reason: true, note: { select: { toAuthor: true } } },
  });
}
