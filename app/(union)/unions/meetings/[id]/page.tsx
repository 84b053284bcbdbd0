import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getStrategyOutline, listStrategyDistricts } from "@/lib/strategies/strategy.queries";
import {
  canPrintSlips,
  isInRecordingGrace,
  recordingEndsAt,
  whyCannotRecord,
} from "@/lib/unions/meetings/meeting-record.policy";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { closeRecordAction } from "./actions";
import { EntryForm } from "./entry-form";

export const metadata: Metadata = { title: "Record comments" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ last?: string | string[]; section?: string | string[]; district?: string | string[] }>;
};

export default async function MeetingPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { last, section, district } = singleParams(await searchParams);
  const person = await requireAccount(paths.meeting(id));
  const record = await getMeetingRecord(person, id);
  const strategy = record && (await getStrategyOutline(record.strategyId));
  if (!strategy) notFound();
  const now = new Date();
  const refusal = record.closedAt ? "This record is closed." : whyCannotRecord(strategy, now);
  const graceEnd = recordingEndsAt(strategy);
  const districts = await listStrategyDistricts(record.strategyId);
  return (
    <Page title={record.name} lead={`${record.strategy.areaName} · ${countLabel(record.comments, "comment")} recorded`}>
      {last && /^\d{1,4}$/.test(last) && (
        <Callout tone="good" title={`Number ${last} is saved`}>
          <p>
            Another rep must read it before it is published.{" "}
            <TextLink href={`${paths.slips(id)}?number=${last}`}>Print the slip</TextLink>
          </p>
        </Callout>
      )}
      {!refusal && graceEnd && isInRecordingGrace(strategy, now) && (
        <Callout tone="warning" title="This strategy has closed">
          <p>
            Until {formatDay(graceEnd)} you can record what people said or wrote before it closed. We tell readers that
            it was recorded after closing.
          </p>
        </Callout>
      )}
      {!refusal && (
        <p className="mb-4">
          <TextLink href={paths.upload(id)}>Upload a file instead</TextLink>
        </p>
      )}
      {refusal ? (
        <Callout>{refusal}</Callout>
      ) : (
        <EntryForm
          id={id}
          sections={strategy.sections.map(({ number, title }) => ({
            value: String(number),
            label: `${number}. ${title}`,
          }))}
          districts={districts.map((place) => ({ value: place.id, label: place.name }))}
          defaults={{ section: section ?? "", district: district ?? "" }}
        />
      )}
      {canPrintSlips(record, new Date()) && record.comments > 0 && (
        <section aria-labelledby="slips" className="mt-12">
          <h2 id="slips" className="mb-2 text-2xl">
            The slips
          </h2>
          <p>Print them, cut them out and hand them back. Nobody can reprint a slip once you close this record.</p>
          <p className="mb-4">
            <TextLink href={paths.slips(id)}>Print all slips</TextLink>
          </p>
          <ActionButton action={closeRecordAction.bind(null, { id })}>Close this record</ActionButton>
        </section>
      )}
    </Page>
  );
}
