"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; to: string };

export function ReceiptForm({ action, to }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="to" value={to} />
      <TextField
        name="receipt"
        label="The code on your receipt"
        hint="26 letters and figures. Capitals and spaces do not matter."
        autoComplete="off"
        spellCheck={false}
        error={errors.receipt}
        defaultValue={typeof values.receipt === "string" ? values.receipt : undefined}
      />
      <Button>Come back</Button>
    </form>
  );
}
