"use server";

import { notFound, redirect } from "next/navigation";
import { saveDraftFromForm } from "@/app/(participant)/save-draft-from-form";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { revisionInput } from "@/lib/comments/comment.schema";
import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { reviseComment } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { NotFound, userMessage } from "@/lib/errors";
import { fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

/** Sends changed words to wait for a rep; first shows them once more when something in them could identify. */
export async function sendRevision(id: unknown, _before: CommentFormState, form: FormData): Promise<CommentFormState> {
  if (!isId(id)) notFound();
  const { step, draft, ...fields } = submittedValues(form);
  if (step === "save") {
    const comment = await getOwnRevision(await getPerson(), id);
    if (!comment) notFound();
    return saveDraftFromForm(comment.strategyId, { comment: id }, draft, fields);
  }
  const values = { ...fields, draft };
  const parsed = revisionInput.safeParse(fields);
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values };
  if (step === "change") return { step: "write", errors: {}, values };
  if (step !== "send" && findIdentifyingDetails(parsed.data.text).length > 0)
    return { step: "check", errors: {}, values };
  try {
    await reviseComment(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { step: "write", errors: { form: userMessage(error) }, values };
  }
  redirect(paths.my);
}
