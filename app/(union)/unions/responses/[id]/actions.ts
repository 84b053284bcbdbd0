"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";
import { publish } from "@/lib/unions/responses/commands";
import { publishInput } from "@/lib/unions/responses/schema";

export async function publishResponse(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = publishInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await publish(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.draft(id));
}
