"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; version: number };

/** The whole strategy, as the file that it was written in. */
export function UploadForm({ action, version }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate className="mb-10">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      <FileField
        name="file"
        label="Send the document"
        hint="DOCX, ODT or Markdown, up to 8 MB. Its pictures and tables come along."
        error={errors.file}
        accept=".docx,.odt,.md,.markdown,.txt"
      />
      <Button>Read the document</Button>
    </form>
  );
}
