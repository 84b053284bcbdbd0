import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { listOwnReports } from "@/lib/moderation/reports/report.queries";
import { reportOutcomeText, reportReasonLabel } from "@/lib/moderation/reports/report.rules";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Your reports" };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function ReportsPage({ searchParams }: Props) {
  const person = await requireSignedIn(paths.reports);
  const { after } = await searchParams;
  const { items, next } = await listOwnReports(person, typeof after === "string" ? after : null);
  return (
    <Page title="Your reports" lead="What happened to the comments you reported. Only you can see this page.">
      {items.length === 0 && (
        <EmptyState next={{ href: paths.strategies, label: "Read comments on a strategy" }}>
          You have not reported any comments. To report one, choose “Report” under it.
        </EmptyState>
      )}
      {items.map(({ id, areaName, alias, text, reason, outcome, ...comment }) => (
        <article key={id} className="border-line border-t py-5">
          <h2 className="mb-1 text-xl">
            A comment by {alias}, about {areaName}
          </h2>
          {text && (
            <p className="measure mb-2 whitespace-pre-wrap break-words" dir="auto">
              {text}
            </p>
          )}
          <p className="mb-2 text-muted">Your reason: {reportReasonLabel(reason)}.</p>
          <p className="font-semibold">{reportOutcomeText[outcome]}</p>
          <p>
            <TextLink href={paths.comment(comment.strategyId, comment.threadId, comment.commentId)}>
              Go to the thread<span className="sr-only"> with {alias}</span>
            </TextLink>
          </p>
        </article>
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.reports}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <p className="mt-6">
        <TextLink href={paths.my}>Go to my comments</TextLink>
      </p>
    </Page>
  );
}
