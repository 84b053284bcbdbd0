import { db } from "@/lib/database/client";
import { type StandPart, standPart } from "@/lib/summaries/opinion/opinion.schema";
import { summariseOpinion } from "@/lib/summaries/opinion/opinion-analysis";
import type { Vote } from "@/lib/summaries/opinion/vote-matrix";

const votes: Record<string, Vote> = { agree: 1, pass: 0, disagree: -1 };

/** Works out the opinion groups of one strategy from all reactions to its published comments. For a job: seconds. */
export async function countStand(strategyId: string): Promise<StandPart> {
  const reactions = await db().reaction.findMany({
    where: { comment: { strategyId, state: "published" } },
    select: { commentId: true, participantId: true, value: true },
  });
  const people = numbered(reactions.map(({ participantId }) => participantId));
  const comments = numbered(reactions.map(({ commentId }) => commentId));
  return standPart.parse(
    summariseOpinion({
      participants: [...people.keys()],
      comments: [...comments.keys()],
      votes: reactions.map(
        ({ participantId, commentId, value }) =>
          [people.get(participantId) ?? -1, comments.get(commentId) ?? -1, votes[value] ?? 0] as const,
      ),
    }),
  );
}

const numbered = (ids: string[]) => new Map([...new Set(ids)].map((id, at) => [id, at]));
