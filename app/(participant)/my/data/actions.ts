"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { Conflict, NotFound } from "@/lib/errors";
import { typedId } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { agreeAgain, endConsent } from "@/lib/people/privacy/erasure.commands";
import { paths } from "@/lib/routes";

export const takeConsentBack = async (form: FormData) => change(endConsent, form);
export const agreeAnew = async (form: FormData) => change(agreeAgain, form);

async function change(deed: (person: Person, strategyId: string) => Promise<void>, form: FormData): Promise<void> {
  try {
    await deed(await getPerson(), typedId(form, "strategy"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof Conflict)) throw error; // a rep was quicker: the page shows how it stands, and the button
  }
  redirect(`${paths.myData}#agreed`);
}
