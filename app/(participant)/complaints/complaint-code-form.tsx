"use client";

import { useActionState } from "react";
import { ComplaintCard } from "@/components/people/complaint-card";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import type { CodeFormState } from "./form-state";

type Props = { action: (state: CodeFormState, form: FormData) => Promise<CodeFormState> };

export function ComplaintCodeForm({ action }: Props) {
  const [{ errors, values, found }, post] = useActionState(action, { errors: {}, values: {}, found: null });
  if (found) return <ComplaintCard {...found} />;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        name="code"
        label="The code of your complaint"
        hint="26 letters and figures. Capitals and spaces do not matter."
        autoComplete="off"
        spellCheck={false}
        error={errors.code}
        defaultValue={typeof values.code === "string" ? values.code : undefined}
      />
      <Button kind="secondary">Show it</Button>
    </form>
  );
}
