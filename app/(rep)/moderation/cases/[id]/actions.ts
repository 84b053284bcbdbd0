"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/form-state";
import { decide } from "@/lib/moderation/commands";
import { findMove } from "@/lib/moderation/rules";
import { decisionInput } from "@/lib/moderation/schema";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

export async function decideCase(caseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = decisionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  const { deed, reason } = parsed.data;
  if (findMove("held", deed)?.needsReason && !reason) {
    return { errors: { reason: "Choose a reason. The author is told it." }, values };
  }
  try {
    await decide(await getPerson(), caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values };
  }
  redirect(paths.moderation);
}
