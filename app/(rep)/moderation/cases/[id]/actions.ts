"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { idParam } from "@/lib/forms/params.schema";
import type { AuthorNotice } from "@/lib/moderation/decisions/author-notice.rules";
import { decideCase, decideDuplicates } from "@/lib/moderation/decisions/decision.commands";
import { previewDecision } from "@/lib/moderation/decisions/decision.queries";
import { decisionInput } from "@/lib/moderation/decisions/decision.schema";
import { claimCase, releaseCase } from "@/lib/moderation/queue/claim.commands";
import { reassignCase } from "@/lib/moderation/rota/reassignment.commands";
import { reassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import { paths } from "@/lib/routes";

/** Chosen, seen as the author will see it, sent. */
export type DecisionState = FormState & { preview: AuthorNotice | null };

export async function submitDecision(caseId: unknown, _before: DecisionState, form: FormData): Promise<DecisionState> {
  if (!isId(caseId)) notFound();
  const { step, duplicates, ...values } = submittedValues(form);
  const failed = (errors: FormState["errors"]) => ({
    errors,
    values: { ...values, duplicates: duplicates ?? "" },
    preview: null,
  });
  const parsed = decisionInput.safeParse(values);
  if (!parsed.success) return failed(fieldErrors(parsed.error));
  const person = await getPerson();
  try {
    if (step === "check" && parsed.data.decision !== "publish") {
      const preview = await previewDecision(person, caseId, parsed.data);
      if (preview) return { errors: {}, values: { ...values, duplicates: duplicates ?? "" }, preview };
    }
    if (step === "change") return failed({});
    if (duplicates === "yes") await decideDuplicates(person, caseId, parsed.data);
    else await decideCase(person, caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return failed({ [error instanceof RuleViolation ? error.field : "form"]: userMessage(error) });
  }
  const isAboutThread = parsed.data.decision === "lock" || parsed.data.decision === "unlock";
  redirect(isAboutThread ? paths.case(caseId) : paths.moderation);
}

export const submitReassignment = formAction({
  params: z.strictObject({ id: idParam }),
  input: reassignmentInput,
  run: ({ person, params, input }) => reassignCase(person, params.id, input),
  then: paths.moderation,
});

export async function submitClaim(caseId: unknown, form: FormData): Promise<void> {
  if (!isId(caseId)) notFound();
  const person = await getPerson();
  if (form.get("hold") === "no") await releaseCase(person, caseId);
  else await claimCase(person, caseId);
  redirect(paths.case(caseId));
}
