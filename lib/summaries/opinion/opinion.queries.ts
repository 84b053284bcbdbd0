import type { Tx } from "@/lib/database/client";
import { type OpinionPart, opinionPart } from "@/lib/summaries/opinion/opinion.schema";
import { summariseOpinion } from "@/lib/summaries/opinion/opinion-analysis";
import type { Vote } from "@/lib/summaries/opinion/vote-matrix";
import { getSummaryParts } from "@/lib/summaries/summary-part.queries";

const voteValues: Record<string, Vote> = { agree: 1, pass: 0, disagree: -1 };

/**
 * Analyses all reactions to a strategy's published comments that editions have counted. The number of groups stays that
 * of the stored analysis unless another is clearly better. For jobs: it takes seconds.
 */
export async function computeOpinion(strategyId: string, tx: Tx): Promise<OpinionPart> {
  const reactions = await tx.reaction.findMany({
    where: { comment: { strategyId, state: "published" }, counted: { not: null } },
    select: { commentId: true, participantId: true, counted: true },
  });
  const { opinion } = await getSummaryParts({ strategyId, lepId: null }, tx);
  const people = indexIds(reactions.map(({ participantId }) => participantId));
  const comments = indexIds(reactions.map(({ commentId }) => commentId));
  return opinionPart.parse(
    summariseOpinion(
      {
        participants: [...people.keys()],
        comments: [...comments.keys()],
        votes: reactions.map(
          ({ participantId, commentId, counted }) =>
            [people.get(participantId) ?? -1, comments.get(commentId) ?? -1, voteValues[counted ?? ""] ?? 0] as const,
        ),
      },
      opinion ? { groups: opinion.content.groups?.length ?? null } : null,
    ),
  );
}

const indexIds = (ids: string[]) => new Map([...new Set(ids)].map((id, index) => [id, index]));
