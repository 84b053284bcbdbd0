"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import { createStrategyAction } from "./actions";

type Option = { value: string; label: string };

/** Who leads a new strategy, what kind it is, and for which area. */
export function CreateStrategyForm({ leads, kinds }: { leads: Option[]; kinds: Option[] }) {
  const [{ errors, values }, post] = useActionState(createStrategyAction, emptyFormState as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const onlyOption = (options: Option[]) => (options.length === 1 ? options[0]?.value : undefined);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Select
        name="body"
        label="Who leads it"
        hint="It covers the districts of this body."
        emptyLabel="Choose one"
        options={leads}
        error={errors.body}
        defaultValue={text("body") ?? onlyOption(leads)}
      />
      <Select
        name="kind"
        label="What kind of strategy it is"
        emptyLabel="Choose one"
        options={kinds}
        error={errors.kind}
        defaultValue={text("kind") ?? onlyOption(kinds)}
      />
      <TextField
        name="areaName"
        label="Its area"
        hint="As people there call it, for example “Kent and Medway”. Its address is made of this."
        error={errors.areaName}
        defaultValue={text("areaName")}
      />
      <Button>Begin</Button>
    </form>
  );
}
