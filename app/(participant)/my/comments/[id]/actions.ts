"use server";

import { notFound, redirect } from "next/navigation";
import { keepDraft } from "@/app/(participant)/keep-draft";
import type { CommentFormState } from "@/components/comments/form-state";
import { findSigns } from "@/lib/comments/identifying/rules";
import { revise } from "@/lib/comments/revising/commands";
import { getOwnRevision } from "@/lib/comments/revising/queries";
import { revisionInput } from "@/lib/comments/schema";
import { NotFound, shownMessage } from "@/lib/errors";
import { fieldErrors, isId, typedValues } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

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
