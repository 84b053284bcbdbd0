"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/field";
import { emptyForm, type FormState } from "@/lib/forms/form-state";

type Option = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  districts: Option[];
  sectors: Option[];
  district: string;
  sector: string;
};

export function PlaceForm({ action, districts, sectors, ...now }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  const chosen = (name: "district" | "sector") => (typeof values[name] === "string" ? values[name] : now[name]);
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
        defaultValue={chosen("district")}
      />
      <Select
        name="sector"
        label="What kind of work is it?"
        hint="You don't have to say."
        emptyLabel="I would rather not say"
        options={sectors}
        error={errors.sector}
        defaultValue={chosen("sector")}
      />
      <Button>Keep it so</Button>
    </form>
  );
}
