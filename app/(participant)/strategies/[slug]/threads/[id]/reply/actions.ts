"use server";

import { notFound, redirect } from "next/navigation";
import { keepDraft } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getClient, getPerson, keepSentForm, startReceiptSession } from "@/lib/auth/current-session";
import { replyInput } from "@/lib/comments/comment.schema";
import { replyTo } from "@/lib/comments/submission/submission.commands";
import { guardSending } from "@/lib/comments/submission/submission-limit.writes";
import { NeedsPuzzle, NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { makePuzzle } from "@/lib/security/proof-of-work";

/** Checks what was typed, shows it again, or sends it and goes on to the receipt. */
export async function sendReply(
  slug: unknown,
  threadId: unknown,
  _before: CommentFormState,
  form: FormData,
): Promise<CommentFormState> {
  if (!isId(slug) || !isId(threadId)) notFound();
  const { step, draft, puzzle, ...values } = typedValues(form);
  if (step === "save") return keepDraft(slug, { thread: threadId }, draft, values);
  const kept = { ...values, draft };
  const parsed = replyInput.safeParse(values);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values: kept };
  if (step !== "send") return { step: step === "check" ? "check" : "write", errors: {}, values: kept };
  try {
    const person = await getPerson();
    await guardSending(person, { client: await getClient(), puzzle: String(puzzle ?? "") });
    const { participantId, receipt } = await replyTo(person, slug, threadId, parsed.data);
    if (receipt) await startReceiptSession(participantId);
    await keepSentForm(parsed.data.formId);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof NeedsPuzzle)
      return { step: "check", errors: {}, values: kept, puzzle: JSON.stringify(await makePuzzle()) };
    return { step: "write", errors: { form: shownMessage(error) }, values: kept };
  }
  redirect(paths.sent);
}
