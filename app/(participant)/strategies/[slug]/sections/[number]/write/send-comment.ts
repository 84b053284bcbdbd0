import { type CookieJar, saveSentForm } from "@/lib/auth/cookies";
import { createSessionTokens, setSessionCookie, startReceiptSession } from "@/lib/auth/current-session";
import type { CommentInput } from "@/lib/comments/comment.schema";
import { startThread } from "@/lib/comments/submission.commands";
import type { SubmittedComment } from "@/lib/comments/submission.queries";
import type { FormDraft } from "@/lib/comments/writer.queries";
import type { Person } from "@/lib/people/person.policy";
import type { Sender } from "@/lib/security/submission-limit";

/** Sends a comment, and signs its author in by their receipt where there is no other way back. Throws as startThread. */
export async function sendComment(
  person: Person,
  slug: string,
  number: number,
  input: CommentInput,
  sender: Sender & { formDraft?: FormDraft },
  jar?: CookieJar,
): Promise<SubmittedComment> {
  const tokens = await createSessionTokens(jar);
  const submitted = await startThread(person, slug, number, input, { ...sender, tokens });
  let token = submitted.hasStartedSession ? tokens.token : tokens.previousToken;
  if (submitted.hasStartedSession) await setSessionCookie(tokens.token, jar);
  else if (submitted.receipt) token = await startReceiptSession(submitted.participantId, jar);
  if (token) await saveSentForm(input.formId, token, jar);
  return submitted;
}
