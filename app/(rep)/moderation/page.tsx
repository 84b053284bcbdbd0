import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { shortenText } from "@/lib/characters";
import { singleParams } from "@/lib/forms/query-params";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { listRecentDecisions, type RecentDecision } from "@/lib/moderation/decisions/reversal.queries";
import { transitionsFor } from "@/lib/moderation/decisions/transition.rules";
import { getBurst } from "@/lib/moderation/queue/burst.queries";
import { listQueue, type QueueRow } from "@/lib/moderation/queue/queue.queries";
import {
  ageText,
  type Burst,
  burstText,
  caseKindLabels,
  timeLeft,
  waitingText,
} from "@/lib/moderation/queue/queue.rules";
import { getQueueDesk, type QueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { getQueueFigures, listOwnDecisions } from "@/lib/moderation/queue/queue-figures.queries";
import { type QueueFilter, queueFilter, queueQuery } from "@/lib/moderation/queue/queue-filter.schema";
import { reportReasonLabel } from "@/lib/moderation/reports/report.rules";
import { countLabel } from "@/lib/numbers";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { splitAtSpans } from "@/lib/text-spans";
import { caseUrl } from "./cases/[id]/case-url";
import { DecidedNote } from "./cases/[id]/decided-note";
import { OwnDecisions } from "./own-decisions";
import { QueueFigures } from "./queue-figures";
import { QueueFilters, queueUrl } from "./queue-filters";
import { type QueueItem, QueueList } from "./queue-list";
import { DangerAdvice } from "./safeguarding-advice";

export const metadata: Metadata = { title: "Moderation" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: Props) {
  const person = await requireRole("rep", paths.moderation);
  const params = singleParams(await searchParams);
  const filter = queueFilter.parse(params);
  const [desk, recent, burst, figures, list] = await Promise.all([
    getQueueDesk(person, filter.area),
    listRecentDecisions(person),
    getBurst(person),
    getQueueFigures(person, filter.area),
    filter.state === "decided"
      ? decisionList(person, filter, params.after ?? null)
      : caseList(person, filter, params.after ?? null),
  ]);
  return (
    <Page title="Comments waiting for a rep" lead={waitingText(desk.counts)} wide dense>
      <DecidedNote decided={params.decided} recent={recent} />
      {desk.shownReported > 0 && (
        <Callout tone="warning" title="Reported as illegal and still visible">
          <p>
            We received many of these reports at once from people with no published comments, so we no longer hide
            comments automatically. {countLabel(desk.shownReported, "comment is", "comments are")} visible until a rep
            decides. <TextLink href={queueUrl({ kind: "illegal", area: filter.area })}>Decide on these first</TextLink>
          </p>
        </Callout>
      )}
      <BurstWarning burst={burst} />
      {!figures.hasDecided && (
        <p className="mb-2">
          Is this your first time? Practise on 20 made-up comments before you decide on real ones.{" "}
          <TextLink href={paths.practice}>Start practising</TextLink>
        </p>
      )}
      <QueueFilters filter={filter} desk={desk} />
      {list(desk)}
      <DeskLinks {...desk} accountId={person.accountId} />
      {recent.length > 0 && <RecentDecisions decisions={recent} />}
      <QueueFigures {...figures} />
    </Page>
  );
}

/** @returns a function that draws the open cases of a filter */
async function caseList(person: Person, filter: QueueFilter, after: string | null) {
  const { items, next } = await listQueue(person, filter, after);
  const isFiltered = Object.values(filter).some(Boolean);
  return ({ contacts }: QueueDesk) => (
    <>
      <QueueList
        items={items.map((row) => toQueueItem(row, filter))}
        reasons={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
        hasLanes={filter.sort === undefined || filter.sort === "urgent"}
        emptyText={isFiltered ? "No cases match these filters." : "The queue is empty. Thank you."}
        dangerAdvice={<DangerAdvice contacts={contacts} />}
      />
      {next && (
        <p className="mt-4">
          <ButtonLink kind="secondary" href={queueUrl({ ...filter, after: next })}>
            Load more
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** @returns a function that draws the person's own decisions */
async function decisionList(person: Person, filter: QueueFilter, after: string | null) {
  const { items, next } = await listOwnDecisions(person, filter, after);
  return () => <OwnDecisions decisions={items} next={next} filter={filter} />;
}

function DeskLinks({ onDuty, requestsToDecide, accountId }: QueueDesk & { accountId: string }) {
  const names = onDuty.map(({ id, label }) => (id === accountId ? "you" : (label ?? "a rep")));
  return (
    <p className="mt-6 flex flex-wrap gap-x-5 border-line border-t pt-2">
      <TextLink href={paths.rota}>
        {names.length === 0 ? "Rota: nobody is on duty this week" : `On duty this week: ${names.join(", ")}`}
      </TextLink>
      <TextLink href={paths.originals}>
        Sealed originals{requestsToDecide > 0 && ` (${requestsToDecide} waiting for your answer)`}
      </TextLink>
      <TextLink href={paths.appealQueue}>Appeals against my decisions</TextLink>
      <TextLink href={paths.safeguarding}>Safeguarding contacts</TextLink>
      <TextLink href={paths.repMails}>Emails</TextLink>
      <TextLink href={paths.repGuide}>Guide for reps</TextLink>
    </p>
  );
}

function BurstWarning({ burst }: { burst: Burst }) {
  const text = burstText(burst);
  if (!text) return null;
  return (
    <Callout tone="info" title="Many new people from one place">
      <p>
        {text} They may be colleagues. One person may also have invented them, to find out from our numbers whether
        somebody else took part. Check that each comment says something of its own.
      </p>
    </Callout>
  );
}

function RecentDecisions({ decisions }: { decisions: RecentDecision[] }) {
  return (
    <details className="mt-4">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        Undo one of your decisions ({decisions.length})
      </summary>
      <ul className="mt-2">
        {decisions.map(({ caseId, alias, sectionTitle, action }) => (
          <li key={caseId} className="py-1">
            <TextLink href={paths.case(caseId)}>
              {alias} on “{sectionTitle}”
            </TextLink>
            : {actionText[action].done}
          </li>
        ))}
      </ul>
    </details>
  );
}

const longestShownText = 600;
/** Longer texts show their beginning until they have the focus. */
const longestOpenText = 240;

function toQueueItem(row: QueueRow, filter: QueueFilter): QueueItem {
  const now = new Date();
  const { id, kind, lane, areaName, sectionTitle, alias, text, version, isDistressing, duplicateCount, claimedBy } =
    row;
  const shown = shortenText(text, longestShownText);
  return {
    ...{ id, kind, lane, areaName, sectionTitle, alias, version, isDistressing, duplicateCount, claimedBy },
    href: caseUrl(id, { queue: queueQuery(filter) }),
    segments: splitAtSpans(
      shown,
      row.hits.map(({ start, end }): [number, number] => [start, end]),
    ).map(({ text: part, isMarked }) => ({ text: part, isMarked })),
    isLong: text.length > longestOpenText,
    isCut: text.length > longestShownText,
    found: [...row.reportReasons.map(reportReasonLabel), ...row.found],
    kindName: caseKindLabels[kind],
    due: row.dueAt.toISOString(),
    age: kind === "second_look" ? "" : ageText(row.openedAt, now), // it would show when somebody decided
    ...timeLeft(row.dueAt, now),
    actions: row.commentState === null ? [] : transitionsFor(kind, row.commentState).map(({ action }) => action),
  };
}
