"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; to: string };

export function EmailForm({ action, to }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="to" value={to} />
      <TextField
        name="email"
        label="Your e-mail address"
        hint="Use your own, not one from work: your employer may be able to read that."
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        error={errors.email}
        defaultValue={typeof values.email === "string" ? values.email : undefined}
      />
      <Button>Send me a code</Button>
    </form>
  );
}
