"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { archiveStrategy, closeStrategy, extendStrategy } from "@/lib/strategies/consultation.commands";
import { extendInput } from "@/lib/strategies/consultation.schema";
import { discardDraft, saveOutline, startDraft } from "@/lib/strategies/drafts/draft.commands";
import { optionalDay, outlineDeed, seenVersion } from "@/lib/strategies/drafts/draft.schema";
import { checkDraft, openDraft, planOpening } from "@/lib/strategies/drafts/publication.commands";

const seenOf = (form: FormData): number => {
  const seen = seenVersion.safeParse(form.get("version"));
  if (!seen.success) notFound();
  return seen.data;
};

export async function beginVersion(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  return step(form, async () => startDraft(await getPerson(), slug), paths.publish(slug));
}

export async function changeParts(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const [deed, key] = String(form.get("deed")).split(":");
  const parsed = outlineDeed.safeParse({ deed, key });
  if (!parsed.success) notFound();
  const seen = seenOf(form);
  return step(
    form,
    async () => saveOutline(await getPerson(), slug, seen, parsed.data),
    `${paths.publish(slug)}#parts`,
  );
}

export async function sayChecked(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const seen = seenOf(form);
  return step(form, async () => checkDraft(await getPerson(), slug, seen), paths.publish(slug));
}

export async function openIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const seen = seenOf(form);
  return step(form, async () => openDraft(await getPerson(), slug, seen), paths.strategy(slug));
}

export async function planIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const seen = seenOf(form);
  const day = optionalDay.safeParse(form.get("day"));
  const message = day.success ? (day.data ? null : "Choose a day.") : (day.error.issues[0]?.message ?? "Choose a day.");
  if (message || !day.success) return { errors: { day: message ?? "" }, values: typedValues(form) };
  return step(form, async () => planOpening(await getPerson(), slug, seen, day.data), paths.publish(slug));
}

export async function unplanIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const seen = seenOf(form);
  return step(form, async () => planOpening(await getPerson(), slug, seen, null), paths.publish(slug));
}

export async function discardIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const seen = seenOf(form);
  const unsure = whyUnsure(form, "sure-discard");
  if (unsure) return unsure;
  return step(form, async () => discardDraft(await getPerson(), slug, seen), paths.publish(slug));
}

export async function closeIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const unsure = whyUnsure(form, "sure-close");
  if (unsure) return unsure;
  return step(form, async () => closeStrategy(await getPerson(), slug), paths.publish(slug));
}

export async function extendIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const values = typedValues(form);
  const parsed = extendInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  return step(form, async () => extendStrategy(await getPerson(), slug, parsed.data), paths.publish(slug));
}

export async function archiveIt(slug: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(slug)) notFound();
  const unsure = whyUnsure(form, "sure-archive");
  if (unsure) return unsure;
  return step(form, async () => archiveStrategy(await getPerson(), slug), paths.publish(slug));
}

const whyUnsure = (form: FormData, name: string): FormState | null =>
  form.get(name) === "yes" ? null : { errors: { [name]: "Tick the box if you are sure." }, values: {} };

async function step(form: FormData, deed: () => Promise<unknown>, then: string): Promise<FormState> {
  try {
    await deed();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values: typedValues(form) };
  }
  redirect(then);
}
