import { recountThreadSupport } from "@/lib/comments/threads/thread-support.writes";
import type { Tx } from "@/lib/database/client";
import type { ReactionValue } from "@/prisma/generated/enums";
import { demoId, demoStrategies, readCast, readComments, seededRandom } from "@/prisma/seed/demo/content";

/** Reactions, drawn by the shares of agreement in the demonstration's comments, and the counts of each comment. */
export async function seedReactions(tx: Tx): Promise<void> {
  const { participants, reactionsSeed } = readCast();
  const random = seededRandom(reactionsSeed.seed);
  const rows: { commentId: string; participantId: string; value: ReactionValue }[] = [];
  for (const strategyId of demoStrategies) {
    const published = readComments(strategyId).filter(({ state }) => state === "published");
    for (const comment of published) {
      for (const { key, camp } of participants.filter((participant) => participant.strategyId === strategyId)) {
        if (key === comment.by || random() >= reactionsSeed.reactShare) continue;
        const agrees = (): ReactionValue => (random() < (comment.camps[camp] ?? 0.5) ? "agree" : "disagree");
        const value = random() < reactionsSeed.passShare ? "pass" : agrees();
        rows.push({ commentId: demoId("comment", comment.key), participantId: demoId("participant", key), value });
      }
    }
  }
  for (let from = 0; from < rows.length; from += 5000)
    await tx.reaction.createMany({ data: rows.slice(from, from + 5000) });
  await tx.$executeRaw`
    UPDATE comments SET agrees = r.agrees, disagrees = r.disagrees, passes = r.passes
    FROM (SELECT "commentId", count(*) FILTER (WHERE value = 'agree')::int AS agrees,
        count(*) FILTER (WHERE value = 'disagree')::int AS disagrees, count(*) FILTER (WHERE value = 'pass')::int AS passes
      FROM reactions GROUP BY "commentId") r
    WHERE comments.id = r."commentId"`;
  await recountThreadSupport(tx);
}
