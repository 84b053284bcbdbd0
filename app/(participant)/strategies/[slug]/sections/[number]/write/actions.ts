"use server";

import { notFound, redirect } from "next/navigation";
import { keepDraft } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getClient } from "@/lib/auth/current-session";
import { commentInput } from "@/lib/comments/comment.schema";
import { NeedsPuzzle, NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, isNumber, typedValues } from "@/lib/forms/form-state";
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
  if (!isId(slug) || !isNumber(number)) notFound();
  const { step, draft, puzzle, ...values } = typedValues(form, ["themes"]);
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
    await sendComment(slug, number, parsed.data, { client: await getClient(), puzzle });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof NeedsPuzzle)
      return { step: "check", errors: {}, values: kept, puzzle: JSON.stringify(await makePuzzle()) };
    return { step: "write", errors: { form: shownMessage(error) }, values: kept };
  }
  redirect(paths.sent);
}
