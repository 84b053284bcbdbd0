import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { countOf } from "@/lib/format";
import { type CaseRow, countQueue, listQueue } from "@/lib/moderation/cases/queries";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

export const metadata: Metadata = { title: "Moderation" };

export default async function QueuePage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.moderation}`);
  if (!person.grants.some(({ role }) => role === "rep")) notFound();
  const [{ items, next }, waiting] = await Promise.all([
    listQueue(person, (await searchParams).after ?? null),
    countQueue(person),
  ]);
  return (
    <Page
      title="Comments that wait for a rep"
      lead={`${countOf(waiting, "comment waits", "comments wait")} in your area.`}
      wide
    >
      {items.length === 0 && <p>Nothing waits here. Thank you.</p>}
      <ol>
        {items.map((row) => (
          <QueueItem key={row.id} {...row} />
        ))}
      </ol>
      {next && (
        <ButtonLink kind="secondary" href={`${paths.moderation}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}

function QueueItem({ id, areaName, sectionTitle, alias, text, dueAt }: CaseRow) {
  const isLate = dueAt < new Date();
  return (
    <li className="border-line border-t py-4">
      <a className="group block min-h-11" href={paths.case(id)}>
        <span className="link font-semibold">
          {alias} on “{sectionTitle}”
        </span>
        <span className="mt-1 line-clamp-2 block break-words text-ink" dir="auto">
          {text}
        </span>
      </a>
      <p className="mt-1 flex flex-wrap gap-3 text-muted text-sm">
        {areaName} {isLate && <Tag tone="warning">Late</Tag>}
      </p>
    </li>
  );
}
