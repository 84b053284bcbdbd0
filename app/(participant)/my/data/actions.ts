"use server";

import { notFound, redirect } from "next/navigation";
import { Conflict, NotFound } from "@/lib/errors";
import { typedId } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { agreeAgain, endConsent } from "@/lib/people/data/commands";
import type { Person } from "@/lib/people/policy";
import { getPerson } from "@/lib/session";

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
