"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Select, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  strategies: { value: string; label: string }[];
};

export function StartRecordForm({ action, strategies }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Select
        name="strategy"
        label="The strategy"
        emptyLabel="Choose a strategy"
        options={strategies}
        error={errors.strategy}
        defaultValue={text("strategy")}
      />
      <TextField
        name="name"
        label="A name for this record"
        hint="Only you see it. For example: night shift, 3 March."
        error={errors.name}
        defaultValue={text("name")}
      />
      <Checkboxes
        name="agreed"
        legend="Did they agree?"
        error={errors.agreed}
        options={[
          {
            value: "yes",
            label: "Everyone whose words I take down agreed that they are kept and published without a name.",
          },
        ]}
        defaultValue={text("agreed") ? ["yes"] : []}
      />
      <Button>Start</Button>
    </form>
  );
}
