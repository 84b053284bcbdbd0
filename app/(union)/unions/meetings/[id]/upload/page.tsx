import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { maxUploadBytes } from "@/lib/unions/uploads/upload.rules";
import { previewUploadAction } from "./actions";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Upload comments" };

export default async function UploadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.upload(id)}`);
  const record = await getMeetingRecord(person, id);
  if (!record || record.closedAt) notFound();
  return (
    <Page
      title="Upload comments"
      lead="A CSV or XLSX file with one comment in a row. You see what we read before anything is taken down."
    >
      <UploadForm action={previewUploadAction.bind(null, id)} maxBytes={maxUploadBytes}>
        <Table
          caption="The columns, named in the first row"
          head={["Column", "What it holds"]}
          rows={[
            ["comment", "What somebody said. Needed."],
            ["section", "The number of the part that it is about. Needed."],
            ["stance", "for, neutral or against, or nothing."],
            ["district", "The district where they work, or nothing."],
          ]}
        />
      </UploadForm>
    </Page>
  );
}
