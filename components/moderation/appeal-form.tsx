"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; maxLength: number };

/** Why somebody thinks that a decision is wrong, to be sent once. */
export function AppealForm({ action, maxLength }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const errorByField: Partial<Record<string, string>> = errors;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextArea
        name="grounds"
        label="Why is it wrong?"
        hint="Another rep reads this, your comment, and what was decided. You can do this once. Leave out who you are."
        rows={6}
        error={errorByField.grounds}
        defaultValue={typeof values.grounds === "string" ? values.grounds : undefined}
        maxLength={maxLength}
      />
      <Button>Send my appeal</Button>
    </form>
  );
}
