"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

export function CodeForm({ action }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        name="code"
        label="The code from our mail"
        hint="Six figures. It works once, for ten minutes."
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errors.code}
        defaultValue={typeof values.code === "string" ? values.code : undefined}
      />
      <Button>Sign in</Button>
    </form>
  );
}
