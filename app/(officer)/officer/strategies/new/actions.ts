"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { createStrategyInput } from "@/lib/strategies/creation.schema";

export async function createStrategyAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = submittedValues(form);
  const parsed = createStrategyInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let id: string;
  try {
    id = await createStrategy(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, values };
  }
  redirect(paths.publishStrategy(id));
}
