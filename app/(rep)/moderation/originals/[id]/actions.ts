"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import {
  decideAccessRequest,
  requestOriginalAccess,
  viewOriginal,
} from "@/lib/moderation/originals/access-request.commands";
import { accessDecisionInput, accessRequestInput } from "@/lib/moderation/originals/access-request.schema";
import { paths } from "@/lib/routes";

/** The text is in the answer to the press of the button alone: no address leads to it. */
export type ViewState = FormState & { text: string | null };

export async function submitAccessRequest(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = submittedValues(form);
  const parsed = accessRequestInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const problem = await runCommand(async () => requestOriginalAccess(await getPerson(), id, parsed.data));
  if (problem) return { errors: { form: problem }, values };
  redirect(paths.original(id));
}

export async function submitAccessDecision(
  id: unknown,
  requestId: unknown,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  if (!isId(id) || !isId(requestId)) notFound();
  const parsed = accessDecisionInput.safeParse(submittedValues(form));
  if (!parsed.success) return { errors: { form: fieldErrors(parsed.error).decision }, values: {} };
  const isApproved = parsed.data.decision === "approve";
  const problem = await runCommand(async () => decideAccessRequest(await getPerson(), id, requestId, isApproved));
  if (problem) return { errors: { form: problem }, values: {} };
  redirect(paths.original(id));
}

export async function submitView(id: unknown, requestId: unknown): Promise<ViewState> {
  if (!isId(id) || !isId(requestId)) notFound();
  let text: string | null = null;
  const problem = await runCommand(async () => {
    text = await viewOriginal(await getPerson(), id, requestId);
  });
  return { errors: problem ? { form: problem } : {}, values: {}, text };
}

/** @returns what was wrong, in words; null when it was done */
async function runCommand(command: () => Promise<void>): Promise<string | null> {
  try {
    await command();
    return null;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return userMessage(error);
  }
}
