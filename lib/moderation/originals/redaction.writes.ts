import type { Tx } from "@/lib/database/client";
import { openEnvelope, sealEnvelope } from "@/lib/moderation/originals/envelope-encryption";
import { maskSpans, redactionMark } from "@/lib/moderation/originals/redaction.rules";
import { findPhrase, type Span } from "@/lib/text-spans";

/** A comment's public text, and the spans to mask. */
type Redaction = { commentId: string; revision: number; decisionId: string; text: string; spans: readonly Span[] };

/** Masks spans of a published comment, and the same phrases in its other revisions, and seals each original text. */
export async function redactComment(
  tx: Tx,
  { commentId, revision, decisionId, text, spans }: Redaction,
): Promise<void> {
  const masked = maskSpans(text, spans);
  await tx.comment.update({ where: { id: commentId }, data: { text: masked, isRedacted: true } });
  await sealAndMask(tx, { commentId, revision, decisionId, text }, masked);
  // earlier revisions may hold the same phrases
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

/**
 * Undoes a redaction: each revision has its text again, and the sealed originals go.
 * @returns false, with nothing changed, when somebody has requested to see one of them
 */
export async function restoreOriginals(tx: Tx, decisionId: string): Promise<boolean> {
  const originals = await tx.sealedOriginal.findMany({
    where: { decisionId },
    select: { id: true, commentId: true, revision: true, sealedKey: true, sealedText: true, accessRequests: true },
  });
  if (originals.some(({ accessRequests }) => accessRequests.length > 0)) return false;
  for (const { id, commentId, revision: number, sealedKey, sealedText } of originals) {
    if (!sealedKey) return false; // its author erased it
    const text = openEnvelope({ id, sealedKey, sealedText });
    await tx.revision.update({ where: { commentId_number: { commentId, number } }, data: { text } });
    await tx.sealedOriginal.delete({ where: { id } });
    const others = await tx.sealedOriginal.count({ where: { commentId, decisionId: { not: null } } });
    await tx.comment.update({ where: { id: commentId }, data: { isRedacted: others > 0 } });
  }
  return true;
}

async function sealAndMask(tx: Tx, original: Omit<Redaction, "spans">, masked: string): Promise<void> {
  await sealOriginal(tx, original);
  const { commentId, revision: number } = original;
  await tx.revision.update({ where: { commentId_number: { commentId, number } }, data: { text: masked } });
}

/** Seals a text as it was before a redaction, or before its author withdrew what was reported, under its own key. */
export async function sealOriginal(
  tx: Tx,
  { text, ...columns }: Omit<Redaction, "spans" | "decisionId"> & { decisionId: string | null },
): Promise<void> {
  const { participant } = await tx.comment.findUniqueOrThrow({
    where: { id: columns.commentId },
    select: { participant: { select: { strategy: { select: { leadBodyId: true } } } } },
  });
  await tx.sealedOriginal.create({
    data: { ...columns, ...sealEnvelope(text), areaId: participant.strategy.leadBodyId },
  });
}
