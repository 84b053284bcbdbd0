"use server";

import { notFound, redirect } from "next/navigation";
import { writeAnswer } from "@/lib/answers/answer.commands";
import { answerInput, pointInput } from "@/lib/answers/answer.schema";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { type FormState, fieldErrors, typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

export async function beginAnswer(point: unknown, _before: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const about = pointInput.safeParse(point);
  if (!about.success) notFound();
  const parsed = answerInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  let id: string;
  try {
    id = await writeAnswer(await getPerson(), about.data, parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, values };
  }
  redirect(paths.answer(id));
}
