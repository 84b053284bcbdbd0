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
import { listRequestsToDecide } from "@/lib/moderation/originals/original-list.queries";
import { getBurst } from "@/lib/moderation/queue/burst.queries";
import {
  countQueue,
  listQueue,
  listRepAreas,
  type QueueFilter,
  type QueueRow,
} from "@/lib/moderation/queue/queue.queries";
import {
  ageText,
  type Burst,
  burstText,
  caseKindLabels,
  countText,
  isCaseKind,
  maxExactCount,
  timeLeft,
} from "@/lib/moderation/queue/queue.rules";
import { countShownReported } from "@/lib/moderation/reports/report.queries";
import { listOnDuty } from "@/lib/moderation/rota/rota.queries";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { CaseKind } from "@/prisma/generated/enums";
import { type QueueItem, QueueList } from "./queue-list";

export const metadata: Metadata = { title: "Moderation" };

type Search = { after?: string; kind?: string; area?: string };

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[]; kind?: string | string[]; area?: string | string[] }>;
}) {
  const person = await requireRole("rep", paths.moderation);
  const { after, kind, area } = singleParams(await searchParams);
  const filter: QueueFilter = { after, areaId: area, kind: isCaseKind(kind) ? kind : undefined };
  const [{ items, next }, counts, areas, onDuty, originals, recent, burst] = await Promise.all([
    listQueue(person, filter),
    countQueue(person, area),
    listRepAreas(person),
    listOnDuty(person),
    listRequestsToDecide(person),
    listRecentDecisions(person),
    getBurst(person),
  ]);
  const shownReported = await countShownReported(areas.map(({ id }) => id));
  return (
    <Page title="Comments waiting for a rep" lead={waitingText(counts)} wide>
      <p className="mb-3 flex flex-wrap gap-x-5">
        <TextLink href={paths.rota}>
          {onDuty.length === 0 ? "Rota: nobody is on duty this week" : `On duty this week: ${onDuty.join(", ")}`}
        </TextLink>
        <TextLink href={paths.originals}>
          Sealed originals{originals.length > 0 && ` (${originals.length} waiting for your answer)`}
        </TextLink>
      </p>
      {shownReported > 0 && (
        <Callout tone="warning" title="Reported as illegal and still visible">
          <p>
            We received many of these reports at once from people with no published comments, so we no longer hide
            comments automatically. {countLabel(shownReported, "comment is", "comments are")} visible until a rep
            decides. <TextLink href={queueUrl({ kind: "illegal", area })}>Decide on these first</TextLink>
          </p>
        </Callout>
      )}
      <BurstWarning burst={burst} />
      {areas.length > 1 && (
        <FilterLinks
          label="Area"
          current={area}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          hrefFor={(value) => queueUrl({ kind, area: value })}
        />
      )}
      {counts.length > 1 && (
        <FilterLinks
          label="Kind"
          current={filter.kind}
          options={counts.map((one) => ({
            value: one.kind,
            label: `${caseKindLabels[one.kind]} (${countText(one.count)})`,
          }))}
          hrefFor={(value) => queueUrl({ kind: value, area })}
        />
      )}
      <QueueList
        items={items.map(toQueueItem)}
        reasons={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
      />
      <p className="mt-6">
        <TextLink href={paths.appealQueue}>Appeals against my decisions</TextLink>
      </p>
      {recent.length > 0 && <RecentDecisions decisions={recent} />}
      {next && (
        <ButtonLink kind="secondary" href={queueUrl({ kind, area, after: next })}>
          Load more
        </ButtonLink>
      )}
    </Page>
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
    <details className="mt-6">
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

function waitingText(counts: { kind: CaseKind; count: number }[]): string {
  const waiting = counts.reduce((sum, { count }) => sum + count, 0);
  const text = countText(counts.some(({ count }) => count > maxExactCount) ? maxExactCount + 1 : waiting);
  if (waiting === 0) return "There are no cases waiting in your area.";
  return `${text.replace(/^m/, "M")} ${waiting === 1 ? "case is waiting" : "cases are waiting"} in your area.`;
}

function toQueueItem({ dueAt, openedAt, text, commentState, ...row }: QueueRow): QueueItem {
  const now = new Date();
  return {
    ...row,
    text: shortenText(text, 600),
    isCut: text.length > 600,
    kindName: caseKindLabels[row.kind],
    due: dueAt.toISOString(),
    age: row.kind === "second_look" ? "" : ageText(openedAt, now), // it would show when somebody decided
    ...timeLeft(dueAt, now),
    actions: commentState === null ? [] : transitionsFor(row.kind, commentState).map(({ action }) => action),
  };
}

function queueUrl(search: Search): string {
  const given = Object.entries(search).filter(([, value]) => value);
  return given.length ? `${paths.moderation}?${new URLSearchParams(given)}` : paths.moderation;
}

type FilterLinksProps = {
  label: string;
  current?: string;
  options: { value: string; label: string }[];
  hrefFor: (value?: string) => string;
};

function FilterLinks({ label, current, options, hrefFor }: FilterLinksProps) {
  const all = [{ value: undefined, label: "All" }, ...options];
  return (
    <nav aria-label={label} className="mb-3">
      <ul className="flex flex-wrap gap-x-5">
        {all.map(({ value, label: text }) => (
          <li key={text}>
            <TextLink
              className="aria-[current]:font-bold aria-[current]:no-underline"
              aria-current={value === current ? "page" : undefined}
              href={hrefFor(value)}
            >
              {text}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
