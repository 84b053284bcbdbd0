import type { CookieJar } from "@/lib/auth/cookies";
import { saveSentForm } from "@/lib/auth/cookies";
import { createSessionTokens, getPerson, setSessionCookie, startReceiptSession } from "@/lib/auth/current-session";
import type { CommentInput } from "@/lib/comments/comment.schema";
import { startThread } from "@/lib/comments/submission/submission.commands";

type Sender = {
  /** As the front names it. */
  client: string;
  /** Its solution, where one was asked for. */
  puzzle: unknown;
  jar?: CookieJar;
};

/**
 * Sends a comment, and lets its author in by their receipt where there is no other way back. Throws as startThread.
 */
export async function sendComment(
  slug: string,
  number: number,
  input: CommentInput,
  { client, puzzle, jar }: Sender,
): Promise<void> {
  const tokens = await createSessionTokens(jar);
  const sender = { client, puzzle: String(puzzle ?? ""), tokens };
  const submitted = await startThread(await getPerson(jar), slug, number, input, sender);
  if (submitted.hasStartedSession) await setSessionCookie(tokens.token, jar);
  else if (submitted.receipt) await startReceiptSession(submitted.participantId, jar);
  await saveSentForm(input.formId, jar);
}
