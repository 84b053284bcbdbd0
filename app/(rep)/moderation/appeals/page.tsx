import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { caseKindLabels } from "@/lib/moderation/queue/queue.rules";
import { listDecidedAppeals } from "@/lib/moderation/sanctions/appeal.queries";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";

export const metadata: Metadata = { title: "Appeals against my decisions" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function AppealsPage({ searchParams }: Props) {
  const person = await requireRole("rep", paths.appealQueue);
  const { before } = await searchParams;
  const { items, next } = await listDecidedAppeals(person, typeof before === "string" ? before : null);
  return (
    <Page
      title="Appeals against my decisions"
      crumbs={listCrumbs(paths.appealQueue, rolesOf(person))}
      lead="What another rep decided, and why. These do not count against you. They are here to learn from."
    >
      {items.length === 0 && (
        <EmptyState next={{ href: paths.moderation, label: "Go to the queue" }}>
          There are no decided appeals against your decisions.
        </EmptyState>
      )}
      {items.map(({ caseId, kind, isUpheld, reason, reasonVersion, toAuthor }) => (
        <Callout key={caseId} title={isUpheld ? "Appeal upheld" : "Decision unchanged"}>
          <p>
            {caseKindLabels[kind]}.{reason && ` Reason: ${findReason(reason, reasonVersion)?.title ?? reason}.`}
          </p>
          {toAuthor && <p className="whitespace-pre-wrap">Message to the author: {toAuthor}</p>}
          <p>
            <TextLink href={paths.case(caseId)}>View the case</TextLink>
          </p>
        </Callout>
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.appealQueue}?before=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}
