"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyForm, type FormState } from "@/lib/form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; version: number };

/** The whole strategy, as the file that it was written in. */
export function UploadForm({ action, version }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  return (
    <form action={post} noValidate className="mb-10">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      <div className={`mb-6 ${errors.file ? "border-bad border-l-4 pl-4" : ""}`}>
        <label htmlFor="field-file" className="mb-1 block font-semibold">
          Send the document
        </label>
        <p id="hint-file" className="mb-1.5 text-muted">
          DOCX, ODT or Markdown, up to 8 MB. Its pictures and tables come along.
        </p>
        {errors.file && (
          <p id="error-file" className="mb-1.5 font-semibold text-bad">
            <span className="sr-only">Error: </span>
            {errors.file}
          </p>
        )}
        <input
          type="file"
          id="field-file"
          name="file"
          accept=".docx,.odt,.md,.markdown,.txt"
          aria-describedby={errors.file ? "hint-file error-file" : "hint-file"}
          aria-invalid={errors.file ? true : undefined}
          className="block min-h-11 w-full rounded-md border-2 border-edge bg-card px-3 py-2"
        />
      </div>
      <Button>Read the document</Button>
    </form>
  );
}
