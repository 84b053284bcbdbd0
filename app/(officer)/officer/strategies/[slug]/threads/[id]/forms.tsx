"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

const submittedValue = (values: FormState["values"], name: string) =>
  typeof values[name] === "string" ? values[name] : undefined;

export function NoteForm({ action }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate className="mt-4">
      <ErrorSummary errors={errors} />
      <TextArea
        name="note"
        label="A new note"
        rows={3}
        error={errors.note}
        defaultValue={submittedValue(values, "note")}
      />
      <Button kind="secondary">Keep the note</Button>
    </form>
  );
}

export function TagForm({ action }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate className="mt-4">
      <ErrorSummary errors={errors} />
      <TextField
        name="tag"
        label="A new tag"
        hint="One or a few words, such as: early buses"
        error={errors.tag}
        defaultValue={submittedValue(values, "tag")}
        autoComplete="off"
      />
      <Button kind="secondary">Put the tag on</Button>
    </form>
  );
}
