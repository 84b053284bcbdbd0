"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { createInput } from "@/lib/strategies/creation.schema";

export async function begin(_before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = createInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let id: string;
  try {
    id = await createStrategy(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.publish(id));
}
