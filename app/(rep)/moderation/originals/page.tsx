import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import {
  listOriginals,
  listRequestsToDecide,
  type OriginalRow,
} from "@/lib/moderation/originals/original-list.queries";
import { isAdmin } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Sealed originals" };

export default async function OriginalsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.originals}`);
  const isRep = person.grants.some(({ role }) => role === "rep");
  if (!isRep && !isAdmin(person)) notFound();
  const { after } = singleParams(await searchParams);
  const [waiting, { items, next }] = await Promise.all([
    listRequestsToDecide(person),
    listOriginals(person, after ?? null),
  ]);
  return (
    <Page
      title="Sealed originals"
      lead="When a rep masks words, the text as it was is locked away. It takes two people and a reason to open it, and its author is told."
    >
      {isRep && (
        <p className="mb-4">
          <a className="link inline-flex min-h-11 items-center" href={paths.moderation}>
            Back to the queue
          </a>
        </p>
      )}
      <Rows title="Waiting for a second person" rows={waiting} none="Nobody waits for you." />
      {isRep && <Rows title="In your area" rows={items} none="No words have been masked." />}
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
      {rows.length === 0 && <p>{none}</p>}
      <ul>
        {rows.map(({ id, alias, areaName, sealedAt }) => (
          <li key={id} className="border-line border-t py-1">
            <a className="link inline-flex min-h-11 items-center" href={paths.original(id)}>
              {alias}, {areaName}: masked on {formatDay(sealedAt)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
