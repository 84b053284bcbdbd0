"use server";

import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { addBody, addBodyKind, addStrategyKind } from "@/lib/areas/body.commands";
import { bodyInput, kindInput } from "@/lib/areas/body.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function putBody(_before: FormState, form: FormData): Promise<FormState> {
  return put(form, bodyInput, addBody);
}

export async function putBodyKind(_before: FormState, form: FormData): Promise<FormState> {
  return put(form, kindInput, addBodyKind, "body-kind-");
}

export async function putStrategyKind(_before: FormState, form: FormData): Promise<FormState> {
  return put(form, kindInput, addStrategyKind, "strategy-kind-");
}

/** @param prefix before the names of the fields, where a form stands twice on the page */
async function put<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  add: (person: Person, input: Input) => Promise<string>,
  prefix = "",
): Promise<FormState> {
  const values = typedValues(form);
  const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(prefix, ""), value]));
  const named = (errors: Record<string, string>) =>
    Object.fromEntries(Object.entries(errors).map(([name, said]) => [name === "form" ? name : prefix + name, said]));
  const parsed = schema.safeParse(plain);
  if (!parsed.success) return { errors: named(fieldErrors(parsed.error)), values };
  try {
    await add(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: named({ [field]: shownMessage(error) }), values };
  }
  redirect(paths.bodies);
}
