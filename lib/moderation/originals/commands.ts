import type { Tx } from "@/lib/db";
import { sealAlone } from "@/lib/moderation/originals/envelope";

/**
 * Seals the text of a comment as it was before a redaction, under a key of its own. The caller sees to it that the
 * text stays nowhere else.
 */
export async function sealOriginal(
  tx: Tx,
  original: { commentId: string; revision: number; decisionId: string; text: string },
): Promise<void> {
  const { text, ...columns } = original;
  await tx.sealedOriginal.create({ data: { ...columns, ...sealAlone(text) } });
}
