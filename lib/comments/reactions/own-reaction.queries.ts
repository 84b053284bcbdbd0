import { db } from "@/lib/database/client";
import { type Page, toPage } from "@/lib/pagination";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { ReactionValue } from "@/prisma/generated/enums";

export const reactionsPerPage = 20;

export type OwnReaction = {
  commentId: string;
  strategyId: string;
  areaName: string;
  value: ReactionValue;
  /** Null when the comment is no longer published. */
  text: string | null;
};

/** A page of 20 of a person's own reactions, by comment id. */
export async function listOwnReactions(person: Person, after: string | null): Promise<Page<OwnReaction>> {
  const rows = await db().reaction.findMany({
    where: { participantId: { in: await listOwnParticipantIds(person) }, ...(after && { commentId: { gt: after } }) },
    orderBy: { commentId: "asc" },
    take: reactionsPerPage + 1,
    select: {
      commentId: true,
      value: true,
      comment: {
        select: {
          strategyId: true,
          state: true,
          text: true,
          thread: { select: { strategy: { select: { areaName: true } } } },
        },
      },
    },
  });
  const { items, next } = toPage(rows, reactionsPerPage, ({ commentId }) => commentId);
  return {
    items: items.map(({ commentId, value, comment: { strategyId, state, text, thread } }) => ({
      commentId,
      value,
      strategyId,
      areaName: thread.strategy.areaName,
      text: state === "published" ? text : null,
    })),
    next,
  };
}
