"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  options: { value: string; label: string }[];
};

/** Hands a case on, or stands back from it. */
export function ReassignmentForm({ action, options }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const errorByField: Partial<Record<string, string>> = errors;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate className="mt-3">
      <ErrorSummary errors={errors} />
      <Select
        name="to"
        label="Pass it to"
        emptyLabel="Choose"
        options={options}
        error={errorByField.to}
        defaultValue={text("to")}
      />
      <TextField
        name="reason"
        label="Why"
        hint="Other reps see it, beside the path of the case."
        error={errorByField.reason}
        defaultValue={text("reason")}
      />
      <Button kind="secondary">Pass it on</Button>
    </form>
  );
}
