"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { SaveButtons } from "@/components/ui/save-buttons";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; version: number; back: string };

/** The whole strategy, pasted as Markdown. */
export function PasteForm({ action, version, back }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      <TextArea
        name="text"
        label="Or paste it as Markdown"
        hint="Up to 200,000 characters. “# Title”, “## A part”, an empty line between paragraphs."
        rows={18}
        error={errors.text}
        defaultValue={typeof values.text === "string" ? values.text : undefined}
      />
      <SaveButtons returnUrl={back} save="Find its parts" />
    </form>
  );
}
