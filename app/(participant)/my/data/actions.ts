"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { Conflict, NotFound } from "@/lib/errors";
import { submittedId } from "@/lib/forms/old-form-state";
import type { Person } from "@/lib/people/person.policy";
import { renewConsent, withdrawConsent } from "@/lib/people/privacy/consent.commands";
import { paths } from "@/lib/routes";

export const withdrawConsentAction = async (form: FormData) => runAndReturn(withdrawConsent, form);
export const renewConsentAction = async (form: FormData) => runAndReturn(renewConsent, form);

async function runAndReturn(
  command: (person: Person, strategyId: string) => Promise<void>,
  form: FormData,
): Promise<void> {
  try {
    await command(await getPerson(), submittedId(form, "strategy"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof Conflict)) throw error; // a rep was quicker: the page shows how it stands, and the button
  }
  redirect(`${paths.myData}#agreed`);
}
