"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { askReset, confirmReset, dropReset } from "@/lib/auth/second-factors/factor-reset.commands";
import { NotFound, shownMessage } from "@/lib/errors";
import { type FormState, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

/** One admin asks for a colleague. */
export async function ask(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const { account = "", sure } = values;
  if (account === "") return { errors: { account: "Choose who lost it." }, values };
  if (sure !== "yes") return { errors: { sure: "First make sure that it is them." }, values };
  try {
    await askReset(await getPerson(), String(account));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.lostFactors);
}

/** A second one confirms it, or takes it back. */
export async function answer(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const person = await getPerson();
  try {
    if (form.get("step") === "drop") await dropReset(person, id);
    else await confirmReset(person, id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { errors: { form: shownMessage(error) }, values: {} };
  }
  redirect(paths.lostFactors);
}
