"use server";

import { notFound, redirect } from "next/navigation";
import { saveDraftFromForm } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getClientKey } from "@/lib/auth/request-client";
import { commentInput } from "@/lib/comments/comment.schema";
import { NotFound, ProofOfWorkRequired, userMessage } from "@/lib/errors";
import { fieldErrors, isId, isOrdinal, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { makePuzzle } from "@/lib/security/proof-of-work";
import { sendComment } from "./send-comment";

/** Checks what was typed and shows it again; sends what could not be sent without a page (see send/route.ts). */
export async function checkComment(
  slug: unknown,
  number: unknown,
  _before: CommentFormState,
  form: FormData,
): Promise<CommentFormState> {
  if (!isId(slug) || !isOrdinal(number)) notFound();
  const { step, draft, puzzle, ...values } = submittedValues(form, ["themes"]);
  if (step === "save")
    return saveDraftFromForm(
      slug,
      { number, paragraph: typeof values.paragraph === "string" ? values.paragraph : null },
      draft,
      values,
    );
  const retained = { ...values, draft };
  const parsed = commentInput.safeParse(values);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values: retained };
  if (step !== "send") return { step: step === "check" ? "check" : "write", errors: {}, values: retained };
  try {
    await sendComment(slug, number, parsed.data, { client: await getClientKey(), puzzle });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof ProofOfWorkRequired)
      return { step: "check", errors: {}, values: retained, puzzle: JSON.stringify(await makePuzzle()) };
    return { step: "write", errors: { form: userMessage(error) }, values: retained };
  }
  redirect(paths.commentSent);
}
