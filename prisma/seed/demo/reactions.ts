import type { Tx } from "@/lib/database/client";
import type { ReactionValue } from "@/prisma/generated/enums";
import { bulkInsert } from "@/prisma/seed/demo/bulk-insert";
import { demoId, demoStrategies, readCast, readComments, seededRandom } from "@/prisma/seed/demo/content";

/** Reactions, drawn by the shares of agreement in the demonstration's comments. The first edition counts them. */
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
  await bulkInsert(tx, "reactions", rows);
}
