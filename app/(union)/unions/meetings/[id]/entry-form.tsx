"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Option = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  formId: string;
  maxLength: number;
  sections: Option[];
  districts: Option[];
  defaults: { section?: string; district?: string };
};

const stances = [
  { value: "for", label: "For" },
  { value: "neutral", label: "Neither for nor against" },
  { value: "against", label: "Against" },
];

/** One comment. The words have the focus; Tab leads through the rest, Enter on the button saves and starts the next. */
export function EntryForm({ action, formId, maxLength, sections, districts, defaults }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const isFirst = Object.keys(errors).length === 0;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="formId" value={text("formId") ?? formId} />
      <TextArea
        name="text"
        label="What somebody said"
        hint={`In their words, without names. Up to ${maxLength.toLocaleString("en-GB")} characters.`}
        rows={5}
        maxLength={maxLength}
        autoFocus={isFirst}
        error={errors.text}
        defaultValue={text("text")}
      />
      <Select
        name="section"
        label="The part it is about"
        emptyLabel="Choose a part"
        options={sections}
        error={errors.section}
        defaultValue={text("section") ?? defaults.section}
      />
      <Select
        name="stance"
        label="How they feel about it"
        emptyLabel="They did not say"
        options={stances}
        error={errors.stance}
        defaultValue={text("stance")}
      />
      <Select
        name="district"
        label="Where they work"
        emptyLabel="They did not say"
        options={districts}
        error={errors.district}
        defaultValue={text("district") ?? defaults.district}
      />
      <Button>Save, and take down the next</Button>
    </form>
  );
}
