"use server";

import { notFound, redirect } from "next/navigation";
import { keepDraft } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { revisionInput } from "@/lib/comments/comment.schema";
import { findSigns } from "@/lib/comments/identifying-detail.rules";
import { revise } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

/** Sends changed words to wait for a rep; first shows them once more when something in them could identify. */
export async function sendRevision(id: unknown, _before: CommentFormState, form: FormData): Promise<CommentFormState> {
  if (!isId(id)) notFound();
  const { step, draft, ...typed } = typedValues(form);
  if (step === "save") {
    const own = await getOwnRevision(await getPerson(), id);
    if (!own) notFound();
    return keepDraft(own.strategyId, { comment: id }, draft, typed);
  }
  const values = { ...typed, draft };
  const parsed = revisionInput.safeParse(typed);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values };
  if (step === "change") return { step: "write", errors: {}, values };
  if (step !== "send" && findSigns(parsed.data.text).length > 0) return { step: "check", errors: {}, values };
  try {
    await revise(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { step: "write", errors: { form: shownMessage(error) }, values };
  }
  redirect(paths.my);
}
