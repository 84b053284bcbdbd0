import { db, type Tx } from "@/lib/database/client";
import { isSecondOpinion } from "@/lib/moderation/queue/case.rules";
import type { CaseKind } from "@/prisma/generated/enums";

/**
 * The accounts whose own decision such a case on a comment is about, so that they do not take it again: whoever decided
 * anything on it, where a second opinion is asked for; else those with whose decision a second look disagreed.
 */
export async function listEarlierDeciders(kind: CaseKind, commentId: string, tx: Tx = db()): Promise<string[]> {
  const disputedWhere = { secondLook: { decisions: { some: { action: "disagree" } } } } as const;
  const rows = await tx.decision.findMany({
    where: { commentId, ...(!isSecondOpinion(kind) && disputedWhere) },
    select: { deciderId: true },
  });
  return [...new Set(rows.map(({ deciderId }) => deciderId))];
}
