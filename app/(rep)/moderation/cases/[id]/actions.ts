"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import type { Told } from "@/lib/moderation/decisions/author-notice.rules";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { previewDecision } from "@/lib/moderation/decisions/decision.queries";
import { decisionInput } from "@/lib/moderation/decisions/decision.schema";
import { decideAlike } from "@/lib/moderation/decisions/duplicate-decision.commands";
import { claim, release } from "@/lib/moderation/queue/claim.commands";
import { passInput } from "@/lib/moderation/rota/reassignment.schema";
import { passOn } from "@/lib/moderation/rota/reassignment.writes";
import { paths } from "@/lib/routes";

/** Chosen, seen as the author will see it, sent. */
export type DecisionState = FormState & { told: Told | null };

export async function decideCase(caseId: unknown, _before: DecisionState, form: FormData): Promise<DecisionState> {
  if (!isId(caseId)) notFound();
  const { step, alike, ...values } = typedValues(form);
  const failed = (errors: FormState["errors"]) => ({ errors, values: { ...values, alike: alike ?? "" }, told: null });
  const parsed = decisionInput.safeParse(values);
  if (!parsed.success) return failed(fieldErrors(parsed.error));
  const person = await getPerson();
  try {
    if (step === "check" && parsed.data.deed !== "publish") {
      const told = await previewDecision(person, caseId, parsed.data);
      if (told) return { errors: {}, values: { ...values, alike: alike ?? "" }, told };
    }
    if (step === "change") return failed({});
    if (alike === "yes") await decideAlike(person, caseId, parsed.data);
    else await decide(person, caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return failed({ [error instanceof Refused ? error.field : "form"]: shownMessage(error) });
  }
  const isAboutThread = parsed.data.deed === "lock" || parsed.data.deed === "unlock";
  redirect(isAboutThread ? paths.case(caseId) : paths.moderation);
}

export async function passCase(caseId: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(caseId)) notFound();
  const values = typedValues(form);
  const parsed = passInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await passOn(await getPerson(), caseId, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { [error instanceof Refused ? error.field : "form"]: shownMessage(error) }, values };
  }
  redirect(paths.moderation);
}

export async function holdCase(caseId: unknown, form: FormData): Promise<void> {
  if (!isId(caseId)) notFound();
  const person = await getPerson();
  if (form.get("hold") === "no") await release(person, caseId);
  else await claim(person, caseId);
  redirect(paths.case(caseId));
}
