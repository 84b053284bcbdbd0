import type { Tx } from "@/lib/database/client";
import { sealEnvelope } from "@/lib/moderation/originals/envelope-encryption";
import { maskSpans, redactionMark } from "@/lib/moderation/originals/redaction.rules";
import { findPhrase, type Span } from "@/lib/text-spans";

/** A comment's text as it is shown, and the parts to take out of it. */
type Redaction = { commentId: string; revision: number; decisionId: string; text: string; spans: readonly Span[] };

/** Masks words of a published comment for all readers, and seals every text that held them. */
export async function redactComment(
  tx: Tx,
  { commentId, revision, decisionId, text, spans }: Redaction,
): Promise<void> {
  const masked = maskSpans(text, spans);
  await tx.comment.update({ where: { id: commentId }, data: { text: masked, isRedacted: true } });
  await sealAndMask(tx, { commentId, revision, decisionId, text }, masked);
  // what was written before may hold the same words
  const redactedPhrases = spans.map(([from, to]) => text.slice(from, to));
  const earlier = await tx.revision.findMany({ where: { commentId, number: { not: revision } } });
  for (const { number, text: originalText } of earlier) {
    const maskedText = maskSpans(
      originalText,
      redactedPhrases.flatMap((phrase) => findPhrase(originalText, phrase)),
    );
    if (maskedText.includes(redactionMark) && maskedText !== originalText) {
      await sealAndMask(tx, { commentId, revision: number, decisionId, text: originalText }, maskedText);
    }
  }
}

async function sealAndMask(tx: Tx, original: Omit<Redaction, "spans">, masked: string): Promise<void> {
  await sealOriginal(tx, original);
  const { commentId, revision: number } = original;
  await tx.revision.update({ where: { commentId_number: { commentId, number } }, data: { text: masked } });
}

/** Seals a text as it was before the redaction, under a key of its own. */
async function sealOriginal(tx: Tx, { text, ...columns }: Omit<Redaction, "spans">): Promise<void> {
  const { participant } = await tx.comment.findUniqueOrThrow({
    where: { id: columns.commentId },
    select: { participant: { select: { strategy: { select: { leadBodyId: true } } } } },
  });
  await tx.sealedOriginal.create({
    data: { ...columns, ...sealEnvelope(text), areaId: participant.strategy.leadBodyId },
  });
}
