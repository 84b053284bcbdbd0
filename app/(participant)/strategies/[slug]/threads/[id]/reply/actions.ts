"use server";

import { notFound, redirect } from "next/navigation";
import { saveDraftFromForm } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { saveSentForm } from "@/lib/auth/cookies";
import { getPerson, startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { replyInput } from "@/lib/comments/comment.schema";
import { replyToThread } from "@/lib/comments/submission/submission.commands";
import { NotFound, ProofOfWorkRequired, userMessage } from "@/lib/errors";
import { fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
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
  const { step, draft, puzzle, ...values } = submittedValues(form);
  if (step === "save") return saveDraftFromForm(slug, { thread: threadId }, draft, values);
  const retained = { ...values, draft };
  const parsed = replyInput.safeParse(values);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values: retained };
  if (step !== "send") return { step: step === "check" ? "check" : "write", errors: {}, values: retained };
  try {
    const person = await getPerson();
    const sender = { client: await getClientKey(), puzzle: String(puzzle ?? "") };
    const { participantId, receipt } = await replyToThread(person, slug, threadId, parsed.data, sender);
    if (receipt) await startReceiptSession(participantId);
    await saveSentForm(parsed.data.formId);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof ProofOfWorkRequired)
      return { step: "check", errors: {}, values: retained, puzzle: JSON.stringify(await makePuzzle()) };
    return { step: "write", errors: { form: userMessage(error) }, values: retained };
  }
  redirect(paths.commentSent);
}
