"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Option = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  districts: Option[];
  sectors: Option[];
  district: string;
  sector: string;
};

export function LocationForm({ action, districts, sectors, ...current }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const selected = (name: "district" | "sector") => (typeof values[name] === "string" ? values[name] : current[name]);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Select
        name="district"
        label="Where is your workplace?"
        hint="You don't have to say."
        emptyLabel="I would rather not say"
        options={districts}
        error={errors.district}
        defaultValue={selected("district")}
      />
      <Select
        name="sector"
        label="What kind of work is it?"
        hint="You don't have to say."
        emptyLabel="I would rather not say"
        options={sectors}
        error={errors.sector}
        defaultValue={selected("sector")}
      />
      <Button>Keep it so</Button>
    </form>
  );
}
