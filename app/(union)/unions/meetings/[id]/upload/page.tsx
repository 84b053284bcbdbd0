import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/fields";
import { ResultTable } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { maxUploadBytes } from "@/lib/unions/uploads/sheet.rules";
import { previewUploadAction } from "./actions";

export const metadata: Metadata = { title: "Upload comments" };

export default async function UploadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.upload(id));
  const record = await getMeetingRecord(person, id);
  if (!record || record.closedAt) notFound();
  return (
    <Page
      title="Upload comments"
      lead="A CSV or XLSX file with one comment in each row. You can check it before we record anything."
    >
      <ActionForm action={previewUploadAction.bind(null, { id })}>
        <ResultTable
          name="problems"
          caption="Problem"
          captionName="problemsCaption"
          columns={{ row: "Row", column: "Column", message: "Problem" }}
        />
        <Table
          caption="Columns, named in a heading row"
          head={["Column", "Contents"]}
          rows={[
            ["comment", "What the person said. You must have this column."],
            ["section", "The number of the section it is about. You must have this column."],
            ["stance", "for, neutral or against, or leave it blank."],
            ["district", "The district or town where they work, or leave it blank."],
          ]}
        />
        <FileField
          name="file"
          label="File"
          hint="CSV or XLSX, up to 1 MB and 500 comments. We read the first sheet that is not hidden."
          accept=".csv,.xlsx,text/csv"
          maxBytes={maxUploadBytes}
        />
        <Button>Upload and check</Button>
        <p data-part="status" role="status" className="mt-4 font-semibold" />
        <progress hidden aria-label="Uploading your file" className="h-6 w-full accent-brand" />
        <script src="/browser/upload.js" defer />
      </ActionForm>
    </Page>
  );
}
