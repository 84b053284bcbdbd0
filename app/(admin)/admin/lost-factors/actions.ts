"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import {
  cancelFactorReset,
  confirmFactorReset,
  requestFactorReset,
} from "@/lib/auth/second-factors/factor-reset.commands";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

/** One admin asks for a colleague. */
export async function requestReset(_before: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const { account = "", sure } = values;
  if (account === "") return { errors: { account: "Choose who lost it." }, values };
  if (sure !== "yes") return { errors: { sure: "First make sure that it is them." }, values };
  try {
    await requestFactorReset(await getPerson(), String(account));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.lostFactors);
}

/** A second one confirms it, or takes it back. */
export async function resolveReset(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const person = await getPerson();
  try {
    if (form.get("step") === "cancel") await cancelFactorReset(person, id);
    else await confirmFactorReset(person, id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: userMessage(error) }, values: {} };
  }
  redirect(paths.lostFactors);
}
