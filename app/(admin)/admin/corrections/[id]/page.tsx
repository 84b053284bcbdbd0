import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourceLinks } from "@/components/areas/source-links";
import { ActionForm } from "@/components/forms/action-form";
import { Radios, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { getCorrection } from "@/lib/strategies/facts/fact-correction.queries";
import { correctionStates, topicLabels } from "@/lib/strategies/facts/fact-correction.rules";
import { maxCorrectionLength } from "@/lib/strategies/facts/fact-correction.schema";
import { submitCheck } from "./actions";

export const metadata: Metadata = { title: "A correction of a fact" };

export default async function AdminCorrectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireRole("admin", paths.adminCorrection(id));
  const correction = await getCorrection(person, id);
  if (!correction) notFound();
  const { area, topic, text, source, sentFor, sentAt, state } = correction;
  return (
    <Page title={`${area.title}: ${topicLabels[topic]}`} lead={`From ${sentFor}, ${formatDay(sentAt)}.`}>
      <Callout title="What they say">
        <p className="whitespace-pre-line break-words" dir="auto">
          {text}
        </p>
        <p>
          <SourceLinks source={source} otherwise="They gave no source." />
        </p>
      </Callout>
      <p className="mb-6">
        <TextLink href={paths.lep(area.id)}>What the page of {area.title} shows now</TextLink>
      </p>
      {state === "open" ? (
        <ActionForm action={submitCheck.bind(null, { id })}>
          <Radios
            name="decision"
            legend="Is it right?"
            options={[
              {
                value: "accepted",
                label: "Yes, show it",
                hint: `Everyone sees the text, its source and “${sentFor}”.`,
              },
              { value: "rejected", label: "No, do not show it" },
            ]}
          />
          <TextArea
            name="reply"
            label="How did you check it, or why is it not right?"
            hint="Only the person who sent it sees this."
            rows={4}
            maxLength={maxCorrectionLength}
          />
          <Button>Save</Button>
        </ActionForm>
      ) : (
        <p>This correction has been checked: {correctionStates[state].toLowerCase()}.</p>
      )}
      <p className="mt-6">
        <TextLink href={paths.adminCorrections}>All corrections</TextLink>
      </p>
    </Page>
  );
}
