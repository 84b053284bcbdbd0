"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Option = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  strategies: Option[];
  unions: Option[];
};

/** Which strategy, for which union or branch. */
export function StartResponseForm({ action, strategies, unions }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const only = unions.length === 1 ? unions[0]?.value : undefined;
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
      <Select
        name="union"
        label="Your union"
        emptyLabel="Choose your union"
        options={unions}
        error={errors.union}
        defaultValue={text("union") ?? only}
      />
      <TextField
        name="branch"
        label="Branch"
        hint="Leave this empty when the whole union answers."
        error={errors.branch}
        defaultValue={text("branch")}
      />
      <Button>Start, or open what there is</Button>
    </form>
  );
}
