"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Select } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  staff: { id: string; label: string }[];
};

export function ResetRequestForm({ action, staff }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Select
        name="account"
        label="Who lost it?"
        options={staff.map(({ id, label }) => ({ value: id, label }))}
        emptyLabel="Choose one"
        error={errors.account}
        defaultValue={typeof values.account === "string" ? values.account : undefined}
      />
      <Checkboxes
        name="sure"
        legend="How do you know?"
        error={errors.sure}
        options={[{ value: "yes", label: "I saw or heard them myself. A mail is not enough." }]}
        defaultValue={values.sure === "yes" ? ["yes"] : []}
      />
      <Button>Ask a second admin</Button>
    </form>
  );
}
