"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { RowProblem } from "@/lib/unions/uploads/upload.rules";

export type UploadFormState = { errors: Partial<Record<string, string>>; problems: RowProblem[] };

type Props = {
  action: (state: UploadFormState, form: FormData) => Promise<UploadFormState>;
  /** Bytes. */
  maxBytes: number;
  /** What the file may hold. */
  children: ReactNode;
};

const maxProblemsShown = 100;

/** Sends a file; what is wrong in it is named by row and column. */
export function UploadForm({ action, maxBytes, children }: Props) {
  const [{ errors, problems }, post] = useActionState(action, { errors: {}, problems: [] });
  return (
    <form action={post} noValidate data-max-bytes={maxBytes}>
      <ErrorSummary errors={errors} />
      {problems.length > 0 && (
        <Table
          caption={
            problems.length > maxProblemsShown ? `The first ${maxProblemsShown} of ${problems.length}` : "What is wrong"
          }
          head={["Row", "Column", "What is wrong"]}
          rows={problems.slice(0, maxProblemsShown).map(({ row, column, message }) => [row, column, message])}
        />
      )}
      {children}
      <FileField
        name="file"
        label="The file"
        hint="CSV or XLSX, up to 1 MB and 500 comments."
        error={errors.file}
        accept=".csv,.xlsx,text/csv"
      />
      <Button>Read the file</Button>
      <p data-part="status" role="status" className="mt-4 font-semibold" />
      <progress hidden aria-label="Sending your file" className="h-6 w-full accent-brand" />
      <script src="/browser/upload.js" defer />
    </form>
  );
}
