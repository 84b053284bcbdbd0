import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { givenOnce } from "@/lib/forms/form-state";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { movesOf } from "@/lib/moderation/decisions/transition.rules";
import { listWaiting } from "@/lib/moderation/originals/original-list.queries";
import {
  countQueue,
  listAreas,
  listQueue,
  type QueueFilter,
  type QueueRow,
} from "@/lib/moderation/queue/queue.queries";
import { age, countsTo, countWords, isCaseKind, kindNames, timeLeft } from "@/lib/moderation/queue/queue.rules";
import { listOnDuty } from "@/lib/moderation/rota/rota.queries";
import { paths } from "@/lib/routes";
import type { CaseKind } from "@/prisma/generated/enums";
import { Queue, type QueueItem } from "./queue-list";

export const metadata: Metadata = { title: "Moderation" };

type Search = { after?: string; kind?: string; area?: string };

export default async function QueuePage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[]; kind?: string | string[]; area?: string | string[] }>;
}) {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.moderation}`);
  if (!person.grants.some(({ role }) => role === "rep")) notFound();
  const { after, kind, area } = givenOnce(await searchParams);
  const filter: QueueFilter = { after, areaId: area, kind: isCaseKind(kind) ? kind : undefined };
  const [{ items, next }, counts, areas, onDuty, originals] = await Promise.all([
    listQueue(person, filter),
    countQueue(person, area),
    listAreas(person),
    listOnDuty(person),
    listWaiting(person),
  ]);
  return (
    <Page title="Comments that wait for a rep" lead={waitingWords(counts)} wide>
      <p className="mb-3 flex flex-wrap gap-x-5">
        <a className="link inline-flex min-h-11 items-center" href={paths.rota}>
          {onDuty.length === 0 ? "The rota: nobody is on duty this week" : `On duty this week: ${onDuty.join(", ")}`}
        </a>
        <a className="link inline-flex min-h-11 items-center" href={paths.originals}>
          Sealed originals{originals.length > 0 && ` (${originals.length} for you to answer)`}
        </a>
      </p>
      {areas.length > 1 && (
        <Choices
          label="Area"
          now={area}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          address={(value) => address({ kind, area: value })}
        />
      )}
      {counts.length > 1 && (
        <Choices
          label="Kind"
          now={filter.kind}
          options={counts.map((one) => ({
            value: one.kind,
            label: `${kindNames[one.kind]} (${countWords(one.count)})`,
          }))}
          address={(value) => address({ kind: value, area })}
        />
      )}
      <Queue
        items={items.map(item)}
        reasons={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
      />
      <p className="mt-6">
        <a className="link inline-flex min-h-11 items-center" href={paths.appealed}>
          Appeals against my decisions
        </a>
      </p>
      {next && (
        <ButtonLink kind="secondary" href={address({ kind, area, after: next })}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}

function waitingWords(counts: { kind: CaseKind; count: number }[]): string {
  const waiting = counts.reduce((sum, { count }) => sum + count, 0);
  const words = countWords(counts.some(({ count }) => count > countsTo) ? countsTo + 1 : waiting);
  if (waiting === 0) return "No cases wait in your area.";
  return `${words.replace(/^m/, "M")} ${waiting === 1 ? "case waits" : "cases wait"} in your area.`;
}

function item({ dueAt, openedAt, text, ...row }: QueueRow): QueueItem {
  const now = new Date();
  return {
    ...row,
    text: text.length > 600 ? `${text.slice(0, 600)}…` : text,
    isCut: text.length > 600,
    kindName: kindNames[row.kind],
    due: dueAt.toISOString(),
    age: age(openedAt, now),
    ...timeLeft(dueAt, now),
    deeds: movesOf(row.kind, row.commentState).map(({ deed }) => deed),
  };
}

function address(search: Search): string {
  const given = Object.entries(search).filter(([, value]) => value);
  return given.length ? `${paths.moderation}?${new URLSearchParams(given)}` : paths.moderation;
}

type ChoicesProps = {
  label: string;
  now?: string;
  options: { value: string; label: string }[];
  address: (value?: string) => string;
};

function Choices({ label, now, options, address: to }: ChoicesProps) {
  const all = [{ value: undefined, label: "All" }, ...options];
  return (
    <nav aria-label={label} className="mb-3">
      <ul className="flex flex-wrap gap-x-5">
        {all.map(({ value, label: words }) => (
          <li key={words}>
            <a
              className="link inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
              aria-current={value === now ? "page" : undefined}
              href={to(value)}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
