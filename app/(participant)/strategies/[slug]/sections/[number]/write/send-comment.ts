import type { CommentInput } from "@/lib/comments/schema";
import { startThread } from "@/lib/comments/sending/commands";
import { getPerson, type Jar, keepSentForm, keepSessionToken, newTokens, startReceiptSession } from "@/lib/session";

/** Sends a comment, and lets its author in by their receipt where there is no other way back. Throws as startThread. */
export async function sendComment(slug: string, number: number, input: CommentInput, jar?: Jar): Promise<void> {
  const tokens = await newTokens(jar);
  const sent = await startThread(await getPerson(jar), slug, number, input, tokens);
  if (sent.hasBegun) await keepSessionToken(tokens.token, jar);
  else if (sent.receipt) await startReceiptSession(sent.participantId, jar);
  await keepSentForm(input.formId, jar);
}
