"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyForm, type FormState } from "@/lib/forms/form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; longest: number };

/** Why somebody thinks that a decision is wrong, to be sent once. */
export function AppealForm({ action, longest }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  const wrong: Partial<Record<string, string>> = errors;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextArea
        name="words"
        label="Why is it wrong?"
        hint="Another rep reads this, your comment, and what was decided. You can do this once. Leave out who you are."
        rows={6}
        error={wrong.words}
        defaultValue={typeof values.words === "string" ? values.words : undefined}
        maxLength={longest}
      />
      <Button>Send my appeal</Button>
    </form>
  );
}
