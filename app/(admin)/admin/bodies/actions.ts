"use server";

import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { addBody, addBodyKind, addStrategyKind } from "@/lib/areas/body.commands";
import { bodyInput, kindInput } from "@/lib/areas/body.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export async function submitBody(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, bodyInput, addBody);
}

export async function submitBodyKind(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, kindInput, addBodyKind, "body-kind-");
}

export async function submitStrategyKind(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, kindInput, addStrategyKind, "strategy-kind-");
}

/** @param prefix before the names of the fields, where a form stands twice on the page */
async function submitForm<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  add: (person: Person, input: Input) => Promise<string>,
  prefix = "",
): Promise<FormState> {
  const values = submittedValues(form);
  const withoutPrefix = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replace(prefix, ""), value]),
  );
  const withPrefix = (errors: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(errors).map(([name, message]) => [name === "form" ? name : prefix + name, message]),
    );
  const parsed = schema.safeParse(withoutPrefix);
  if (!parsed.success) return { errors: withPrefix(fieldErrors(parsed.error)), values };
  try {
    await add(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: withPrefix({ [field]: userMessage(error) }), values };
  }
  redirect(paths.bodies);
}
