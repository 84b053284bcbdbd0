import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes, Radios } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { describeIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { getUpload, type UploadView } from "@/lib/unions/uploads/upload.queries";
import { findEqualRows } from "@/lib/unions/uploads/upload.rules";
import type { UploadReport } from "@/lib/unions/uploads/upload.schema";
import { confirmUploadAction } from "./actions";
import { UploadProgress } from "./upload-progress";

export const metadata: Metadata = { title: "Check your file" };

export default async function UploadReviewPage({ params }: { params: Promise<{ id: string; upload: string }> }) {
  const { id, upload } = await params;
  const person = await requireAccount(paths.uploadReview(id, upload));
  const [found, record] = await Promise.all([getUpload(person, id, upload), getMeetingRecord(person, id)]);
  if (!found || !record) notFound();
  if (found.state !== "preview") return <UploadProgress {...found} />;
  const districts = await listStrategyDistricts(record.strategyId);
  return <UploadReview upload={found} districtNames={new Map(districts.map(({ id: key, name }) => [key, name]))} />;
}

/** What will be recorded, what will be left out, and what the rep chooses before. */
function UploadReview({ upload, districtNames }: { upload: UploadView; districtNames: Map<string, string> }) {
  const { recordId: id, id: uploadId, rows, report } = upload;
  const hiddenCount = rows.filter(({ isHidden }) => isHidden).length;
  const equalCount = new Set([
    ...findEqualRows(rows).map(({ row }) => row),
    ...rows.filter(({ isRecorded }) => isRecorded).map(({ row }) => row),
  ]).size;
  return (
    <Page title="Check your file" lead={`${countLabel(rows.length, "comment")}. Nothing has been recorded yet.`} wide>
      {report.notes.length > 0 && (
        <Callout tone="warning" title="Check these first">
          <ul className="list-disc pl-6">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Problems problems={report.problems} />
      <Table
        caption="Every column of your file"
        head={["Column", "Heading", "Cells with text", "Result"]}
        rows={report.columns.map(({ letters, name, cells, isUsed, isHidden }) => [
          isHidden ? `${letters} (hidden)` : letters,
          name || "no heading",
          cells,
          isUsed ? "Recorded" : "Left out",
        ])}
      />
      <ActionForm action={confirmUploadAction.bind(null, { id, upload: uploadId })} className="my-6">
        {equalCount > 0 && (
          <Radios
            name="equal"
            legend={`${countLabel(equalCount, "row is", "rows are")} the same as an earlier one. What are they?`}
            defaultValue="once"
            options={[
              { value: "once", label: "The same comment twice. Leave them out." },
              { value: "each", label: "Comments from different people. Record them all." },
            ]}
          />
        )}
        {hiddenCount > 0 && (
          <Checkboxes
            name="hidden"
            legend={`${countLabel(hiddenCount, "row is", "rows are")} hidden in the sheet`}
            options={[{ value: "yes", label: "Record hidden rows as well" }]}
          />
        )}
        <Button>Record all</Button>
        <TextLink className="ml-6" href={paths.upload(id)}>
          Upload another file instead
        </TextLink>
      </ActionForm>
      <Table
        caption="Row by row"
        head={["Row", "Comment", "Part", "Stance", "District", "Note"]}
        rows={rows.map(({ row, text, section, stance, district, isHidden, isRecorded }) => [
          row,
          text,
          section,
          stance ?? "not said",
          district ? (districtNames.get(district) ?? district) : "not said",
          rowNote({ row, text, isHidden, isRecorded }, rows),
        ])}
      />
    </Page>
  );
}

type Row = Pick<UploadView["rows"][number], "row" | "text" | "isHidden" | "isRecorded">;

function rowNote({ row, text, isHidden, isRecorded }: Row, rows: UploadView["rows"]): string {
  const firstRow = findEqualRows(rows).find((each) => each.row === row)?.firstRow;
  return [
    isHidden && "Hidden in the sheet",
    isRecorded && "Already recorded",
    firstRow !== undefined && `The same as row ${firstRow}`,
    ...describeIdentifyingDetails(text).map((detail) => `Could identify somebody: ${detail}`),
  ]
    .filter(Boolean)
    .join(". ");
}

const maxProblemsShown = 100;

function Problems({ problems }: { problems: UploadReport["problems"] }) {
  if (problems.length === 0) return null;
  const leftOut = new Set(problems.filter(({ isRowLeftOut }) => isRowLeftOut).map(({ row }) => row)).size;
  return (
    <section aria-labelledby="left-out" className="mb-6">
      <h2 id="left-out" className="mb-2 text-2xl">
        What will be left out
      </h2>
      <p className="mb-2">
        {leftOut > 0 && `${countLabel(leftOut, "row", "rows")} cannot be recorded. `}
        You can correct your file and upload it again. We do not record anything twice.
      </p>
      <Table
        caption={
          problems.length > maxProblemsShown
            ? `The first ${maxProblemsShown} of ${problems.length}`
            : "Problems, row by row"
        }
        head={["Row", "Column", "Reason", "Left out"]}
        rows={problems
          .slice(0, maxProblemsShown)
          .map(({ row, column, message, isRowLeftOut }) => [
            row,
            column,
            message,
            isRowLeftOut ? "the row" : `its ${column}`,
          ])}
      />
    </section>
  );
}
