"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

/** From when to when a rep is away. */
export function AbsenceForm({ action }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const errorByField: Partial<Record<string, string>> = errors;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate className="max-w-sm">
      <ErrorSummary errors={errors} />
      <TextField name="from" type="date" label="First day" error={errorByField.from} defaultValue={text("from")} />
      <TextField name="to" type="date" label="Last day" error={errorByField.to} defaultValue={text("to")} />
      <Button kind="secondary">I am away then</Button>
    </form>
  );
}
