import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import {
  listOriginals,
  listRequestsToDecide,
  type OriginalRow,
} from "@/lib/moderation/originals/original-list.queries";
import { isAdmin, rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";

export const metadata: Metadata = { title: "Sealed originals" };

export default async function OriginalsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const person = await requireAccount(paths.originals);
  const isRep = rolesOf(person).includes("rep");
  if (!isRep && !isAdmin(person)) notFound();
  const { after } = singleParams(await searchParams);
  const [waiting, { items, next }] = await Promise.all([
    listRequestsToDecide(person),
    listOriginals(person, after ?? null),
  ]);
  return (
    <Page
      title="Sealed originals"
      crumbs={listCrumbs(paths.originals, rolesOf(person))}
      lead="When a rep masks text, we lock the original away. It takes 2 people and a reason to unlock it, and we tell the author."
    >
      <Rows title="Waiting for a second person" rows={waiting} none="No requests are waiting for you." />
      {isRep && <Rows title="In your area" rows={items} none="No text has been masked." />}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.originals}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}

function Rows({ title, rows, none }: { title: string; rows: OriginalRow[]; none: string }) {
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="mb-2 text-2xl">{title}</h2>
      {rows.length === 0 && (
        <EmptyState next={{ href: paths.transparency, label: "See what reps decided" }}>{none}</EmptyState>
      )}
      <ul>
        {rows.map(({ id, alias, areaName, sealedAt }) => (
          <li key={id} className="border-line border-t py-1">
            <TextLink href={paths.original(id)}>
              {alias}, {areaName}: masked on {formatDay(sealedAt)}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
