import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { ConfirmBox, Select, TextField } from "@/components/forms/fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { listStrategies } from "@/lib/strategies/strategy.queries";
import { canRecordAnyMeeting, isInRecordingGrace, whyCannotRecord } from "@/lib/unions/meetings/meeting-record.policy";
import { listMeetingRecords } from "@/lib/unions/meetings/meeting-record.queries";
import { startRecordAction } from "./actions";

export const metadata: Metadata = { title: "Meetings and paper forms" };

export default async function MeetingsPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const person = await requireAccount(paths.meetings);
  if (!canRecordAnyMeeting(person)) notFound();
  const [{ items, next }, strategies] = await Promise.all([
    listMeetingRecords(person, singleParams(await searchParams).after ?? null),
    listStrategies(),
  ]);
  const now = new Date();
  const open = strategies.filter((strategy) => !whyCannotComment(strategy, now));
  const recordable = strategies.filter((strategy) => !whyCannotRecord(strategy, now));
  return (
    <Page
      title="Meetings and paper forms"
      lead="Record what people said, one comment at a time. Each comment gets a slip with a code to hand back. Another rep must read it before it is published."
    >
      {open.length > 0 && (
        <section aria-labelledby="print" className="mb-10">
          <h2 id="print" className="mb-2 text-2xl">
            Print
          </h2>
          <ul>
            {open.map(({ id, areaName }) => (
              <li key={id} className="border-line border-t py-2">
                {areaName}: <TextLink href={paths.paper(id)}>paper form</TextLink>
                {" · "}
                <TextLink href={paths.poster(id)}>poster</TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="begin" className="mb-10">
        <h2 id="begin" className="mb-4 text-2xl">
          Start a new record
        </h2>
        <ActionForm action={startRecordAction}>
          <Select
            name="strategy"
            label="Strategy"
            emptyLabel="Choose a strategy"
            options={recordable.map((strategy) => ({
              value: strategy.id,
              label: isInRecordingGrace(strategy, now)
                ? `${strategy.areaName} (closed: only comments from before it closed)`
                : strategy.areaName,
            }))}
          />
          <TextField
            name="name"
            label="Name of this record"
            hint="Only you can see this. For example, night shift, 3 March."
          />
          <ConfirmBox
            name="agreed"
            legend="Consent"
            label="Everyone whose comment I record has agreed that you can store it and publish it without their name."
          />
          <Button>Start</Button>
        </ActionForm>
      </section>
      {items.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own" className="mb-2 text-2xl">
            Your records
          </h2>
          <ul>
            {items.map(({ id, name, areaName, comments, isClosed }) => (
              <li key={id} className="border-line border-t py-2">
                <TextLink href={paths.meeting(id)}>{name}</TextLink>
                <span className="block text-muted">
                  {areaName} · {countLabel(comments, "comment")}
                  {isClosed && " · Closed"}
                </span>
              </li>
            ))}
          </ul>
          {next && (
            <ButtonLink kind="secondary" href={`${paths.meetings}?after=${next}`}>
              Load more
            </ButtonLink>
          )}
        </section>
      )}
    </Page>
  );
}
