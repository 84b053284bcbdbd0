import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { ResultList, ResultTable, WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { maxSavedHeads } from "@/lib/audit/saved-head.schema";
import { listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";
import { compareWithRecord } from "./actions";

export const metadata: Metadata = { title: "Compare check numbers" };

/** Takes the heads that somebody saved, and shows which of them the record still has. */
export default async function CompareHeadsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const [record] = await listModerationFigures(slug);
  if (!record) notFound();
  return (
    <Page title="Compare check numbers you saved" lead={`${record.name}: record of decisions`} wide>
      <ActionForm action={compareWithRecord.bind(null, { slug })}>
        <WhenResult name="changed">
          <Callout tone="bad" title="The record is not as it was">
            <ResultList name="changed" />
          </Callout>
        </WhenResult>
        <WhenResult name="unchanged">
          <Callout tone="good" title="The record was not changed since">
            <ResultList name="unchanged" />
          </Callout>
        </WhenResult>
        <ResultTable
          name="rows"
          caption="Each check number you saved"
          columns={{ day: "Day", record: "Record", decisions: "Decisions", result: "Result" }}
        />
        <TextArea
          name="heads"
          label="The check numbers you saved"
          hint="Paste the file, or the lines from an email or feed. Each line begins with record-head. We do not store them."
          maxLength={maxSavedHeads}
          rows={10}
        />
        <Button>Compare</Button>
      </ActionForm>
    </Page>
  );
}
