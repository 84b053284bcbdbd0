"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  name: "code" | "recovery";
  label: string;
  hint: string;
  children: string;
};

/** One code and a button. What was typed is not given back: a code that was refused is of no more use. */
export function FactorCodeForm({ action, name, label, hint, children }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        name={name}
        label={label}
        hint={hint}
        inputMode={name === "code" ? "numeric" : "text"}
        autoComplete={name === "code" ? "one-time-code" : "off"}
        spellCheck={false}
        error={errors[name]}
        defaultValue={typeof values[name] === "string" ? values[name] : undefined}
      />
      <Button kind="secondary">{children}</Button>
    </form>
  );
}
