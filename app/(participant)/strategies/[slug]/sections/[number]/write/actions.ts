"use server";

import { notFound, redirect } from "next/navigation";
import { keepDraft } from "@/app/(participant)/keep-draft";
import type { CommentFormState } from "@/components/comments/form-state";
import { startThread } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, typedValues } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson, keepSentForm, startReceiptSession } from "@/lib/session";

/** Checks what was typed, shows it again, or sends it and goes on to the receipt. */
export async function sendComment(
  slug: string,
  number: number,
  _before: CommentFormState,
  form: FormData,
): Promise<CommentFormState> {
  const { step, draft, ...values } = typedValues(form, ["themes"]);
  if (step === "save")
    return keepDraft(
      slug,
      { number, paragraph: typeof values.paragraph === "string" ? values.paragraph : null },
      draft,
      values,
    );
  const kept = { ...values, draft };
  const parsed = commentInput.safeParse(values);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values: kept };
  if (step !== "send") return { step: step === "check" ? "check" : "write", errors: {}, values: kept };
  try {
    const person = await getPerson();
    const { participantId, receipt } = await startThread(person, slug, number, parsed.data);
    if (receipt) await startReceiptSession(participantId);
    await keepSentForm(parsed.data.formId);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { step: "write", errors: { form: shownMessage(error) }, values: kept };
  }
  redirect(paths.sent);
}
