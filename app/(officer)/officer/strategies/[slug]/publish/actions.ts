"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { optionalDay } from "@/lib/forms/fields.schema";
import { type FormState, fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { archiveStrategy, closeStrategy, extendStrategy } from "@/lib/strategies/consultation.commands";
import { extendStrategyInput } from "@/lib/strategies/consultation.schema";
import { discardDraft, saveDraftOutline, startDraft } from "@/lib/strategies/drafts/draft.commands";
import { draftVersionInput, outlineOperation } from "@/lib/strategies/drafts/draft.schema";
import { checkDraft, openDraft, planOpening } from "@/lib/strategies/drafts/publication.commands";

const expectedVersionOf = (form: FormData): number => {
  const expectedVersion = draftVersionInput.safeParse(form.get("version"));
  if (!expectedVersion.success) notFound();
  return expectedVersion.data;
};

export async function startDraftAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  return runCommand(form, async () => startDraft(await getPerson(), slug), paths.publishStrategy(slug));
}

export async function saveOutlineAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const [kind, key] = String(form.get("operation")).split(":");
  const parsed = outlineOperation.safeParse({ kind, key });
  if (!parsed.success) notFound();
  const expectedVersion = expectedVersionOf(form);
  return runCommand(
    form,
    async () => saveDraftOutline(await getPerson(), slug, expectedVersion, parsed.data),
    `${paths.publishStrategy(slug)}#parts`,
  );
}

export async function checkDraftAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const expectedVersion = expectedVersionOf(form);
  return runCommand(
    form,
    async () => checkDraft(await getPerson(), slug, expectedVersion),
    paths.publishStrategy(slug),
  );
}

export async function openDraftAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const expectedVersion = expectedVersionOf(form);
  return runCommand(form, async () => openDraft(await getPerson(), slug, expectedVersion), paths.strategy(slug));
}

export async function planOpeningAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const expectedVersion = expectedVersionOf(form);
  const day = optionalDay.safeParse(form.get("day"));
  const message = day.success ? (day.data ? null : "Choose a day.") : (day.error.issues[0]?.message ?? "Choose a day.");
  if (message || !day.success) return { errors: { day: message ?? "" }, values: submittedValues(form) };
  return runCommand(
    form,
    async () => planOpening(await getPerson(), slug, expectedVersion, day.data),
    paths.publishStrategy(slug),
  );
}

export async function cancelOpeningAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const expectedVersion = expectedVersionOf(form);
  return runCommand(
    form,
    async () => planOpening(await getPerson(), slug, expectedVersion, null),
    paths.publishStrategy(slug),
  );
}

export async function discardDraftAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const expectedVersion = expectedVersionOf(form);
  const unconfirmed = confirmationError(form, "sure-discard");
  if (unconfirmed) return unconfirmed;
  return runCommand(
    form,
    async () => discardDraft(await getPerson(), slug, expectedVersion),
    paths.publishStrategy(slug),
  );
}

export async function closeStrategyAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const unconfirmed = confirmationError(form, "sure-close");
  if (unconfirmed) return unconfirmed;
  return runCommand(form, async () => closeStrategy(await getPerson(), slug), paths.publishStrategy(slug));
}

export async function extendStrategyAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const parsed = extendStrategyInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return runCommand(
    form,
    async () => extendStrategy(await getPerson(), slug, parsed.data),
    paths.publishStrategy(slug),
  );
}

export async function archiveStrategyAction(slug: unknown, _state: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const unconfirmed = confirmationError(form, "sure-archive");
  if (unconfirmed) return unconfirmed;
  return runCommand(form, async () => archiveStrategy(await getPerson(), slug), paths.publishStrategy(slug));
}

const confirmationError = (form: FormData, name: string): FormState | null =>
  form.get(name) === "yes" ? null : { errors: { [name]: "Tick the box if you are sure." }, values: {} };

async function runCommand(form: FormData, command: () => Promise<unknown>, redirectTo: string): Promise<FormState> {
  try {
    await command();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values: submittedValues(form) };
  }
  redirect(redirectTo);
}
