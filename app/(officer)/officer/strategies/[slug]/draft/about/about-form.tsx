"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, TextArea, TextField } from "@/components/ui/field";
import { SaveButtons } from "@/components/ui/save-buttons";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  isFirst: boolean;
  initialValues: Record<string, string>;
  back: string;
};

/** What the strategy's page says of it, and when it closes. */
export function AboutForm({ action, version, isFirst, initialValues, back }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const field = (name: string) => {
    const submitted = values[name];
    return { name, error: errors[name], defaultValue: typeof submitted === "string" ? submitted : initialValues[name] };
  };
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      <TextField {...field("title")} label="The name of this version" hint="For example “Draft for consultation”." />
      {!isFirst && (
        <TextArea
          {...field("note")}
          label="What changed since the version before"
          hint="In a few plain sentences, for people who read that one. You can leave it empty."
          rows={3}
        />
      )}
      <TextArea {...field("summary")} label="What the strategy is" hint="Two or three plain sentences." rows={4} />
      <TextArea
        {...field("canChange")}
        label="What can still change"
        hint="Be frank: what is open, what is decided already, and who decided it."
        rows={5}
      />
      <TextField {...field("contact")} label="Whom people can ask" hint="A team and how to reach it, not one person." />
      <TextField
        {...field("closesOn")}
        type="date"
        label="The day on which it closes"
        hint="For example 2027-03-31. People can comment until that day ends."
      />
      <Radios
        {...field("moderation")}
        legend="When reps read comments"
        options={[
          {
            value: "before",
            label: "Before they are published",
            hint: "Safest for the people who write. We advise this.",
          },
          { value: "after", label: "After they are published" },
        ]}
      />
      <SaveButtons returnUrl={back} />
    </form>
  );
}
