import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getUpload, type UploadView } from "@/lib/unions/uploads/upload.queries";
import { confirmUploadAction } from "./actions";

export const metadata: Metadata = { title: "What we read in your file" };

type Props = {
  params: Promise<{ id: string; upload: string }>;
  searchParams: Promise<{ windows?: string | string[]; left?: string | string[] }>;
};

export default async function UploadReviewPage({ params, searchParams }: Props) {
  const { id, upload } = await params;
  const { windows, left: duplicateCount } = singleParams(await searchParams);
  const person = await requireAccount(paths.uploadReview(id, upload));
  const found = await getUpload(person, id, upload);
  if (!found) notFound();
  if (found.state !== "preview") return <UploadProgress {...found} />;
  return (
    <Page title="What we read in your file" lead={countLabel(found.total, "comment")} wide>
      {windows && (
        <Callout tone="warning">
          <p>The file is not in UTF-8. We read it as Windows-1252: look at quotation marks, £ and accents.</p>
        </Callout>
      )}
      {duplicateCount && Number(duplicateCount) > 0 && (
        <Callout>Rows that are the same as an earlier one are left out: {duplicateCount}.</Callout>
      )}
      <ActionButton kind="primary" action={confirmUploadAction.bind(null, { id, upload })}>
        Take them all down
      </ActionButton>
      <Table
        caption="Row by row"
        head={["Row", "Comment", "Part", "Stance"]}
        rows={found.rows.map(({ row, text, section, stance }) => [row, text, section, stance ?? "not said"])}
      />
    </Page>
  );
}

/** How many rows are recorded. It never reloads by itself: that would take a screen reader's user back to its top. */
function UploadProgress({ recordId, id, state, done, total }: UploadView) {
  const isDone = state === "done";
  return (
    <Page title={isDone ? "All are taken down" : "Taking them down"}>
      <p className="mb-4">
        <label htmlFor="progress" className="mb-2 block">
          {done} of {total}
        </label>
        <progress id="progress" value={done} max={total} className="h-6 w-full accent-brand" />
      </p>
      {isDone ? (
        <ButtonLink href={paths.slips(recordId)}>The slips, to hand back</ButtonLink>
      ) : (
        <TextLink href={paths.uploadReview(recordId, id)}>See how far it is</TextLink>
      )}
    </Page>
  );
}
