"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { putPlaceRight } from "@/lib/comments/location.commands";
import { placeInput } from "@/lib/comments/location.schema";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, isId, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

export async function sendPlace(id: unknown, _before: FormState, form: FormData): Promise<FormState> {
  if (!isId(id)) notFound();
  const values = typedValues(form);
  const parsed = placeInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    await putPlaceRight(await getPerson(), id, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.myData);
}
