import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { countLabel } from "@/lib/numbers";
import { listOpenComplaints } from "@/lib/people/complaints/complaint.queries";
import { isComplaintOverdue } from "@/lib/people/complaints/complaint.rules";
import { canAnswerComplaints } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Complaints" };

/** Complaints without an answer, most urgent first. */
export default async function AdminComplaintsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const person = await getPerson();
  if (!canAnswerComplaints(person)) notFound();
  const { after } = singleParams(await searchParams);
  const { items, next, overdue } = await listOpenComplaints(person, after ?? null);
  return (
    <Page title="Complaints" lead="By law, we must answer each complaint within a month.">
      {overdue > 0 && <Callout tone="bad">{countLabel(overdue, "complaint")} waited too long.</Callout>}
      {items.length === 0 && (
        <EmptyState next={{ href: paths.admin, label: "See how the service is running" }}>
          There are no complaints to answer.
        </EmptyState>
      )}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="border-line border-t py-4">
            <TextLink href={paths.adminComplaint(one.id)}>
              Of {formatDay(one.openedAt)}, to answer by {formatDay(one.dueAt)}
              {isComplaintOverdue(one, new Date()) && " (too late)"}
            </TextLink>
            <p className="line-clamp-3 break-words" dir="auto">
              {one.text}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <ButtonLink kind="secondary" href={`${paths.adminComplaints}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}
