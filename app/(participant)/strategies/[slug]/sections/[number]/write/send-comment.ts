import type { CommentInput } from "@/lib/comments/schema";
import { startThread } from "@/lib/comments/sending/commands";
import { getPerson, keepSentForm, startReceiptSession } from "@/lib/session";

/** Sends a comment, and lets its author in by their receipt where there is no other way back. Throws as startThread. */
export async function sendComment(slug: string, number: number, input: CommentInput): Promise<void> {
  const { participantId, receipt } = await startThread(await getPerson(), slug, number, input);
  if (receipt) await startReceiptSession(participantId);
  await keepSentForm(input.formId);
}
