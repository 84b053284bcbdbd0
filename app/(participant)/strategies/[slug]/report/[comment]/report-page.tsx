import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CommentCard } from "@/components/comments/comment-card";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { getPublishedComment } from "@/lib/comments/reactions/reaction.queries";
import { maxReportLength } from "@/lib/moderation/reports/report.schema";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { sendReport } from "./actions";
import { ReportForm } from "./report-form";

type Props = {
  params: Promise<{ slug: string; comment: string }>;
  kind: "report" | "illegal";
  title: string;
  reasons: Record<string, string>;
  children: ReactNode;
};

/** What the two ways to report a comment share: the comment, what happens then, the form. */
export async function ReportPage({ params, kind, title, reasons, children }: Props) {
  const { slug, comment: id } = await params;
  const [comment, person] = await Promise.all([getPublishedComment(slug, id), getPerson()]);
  if (!comment) notFound();
  const isNew = needsReceipt(person, slug);
  return (
    <Page title={title}>
      <CommentCard {...comment} />
      {children}
      <p className="mb-6">
        The person who wrote it is never told who reported it.{" "}
        {isNew && "You get a code, so that you can come back and see what became of it."}
      </p>
      <ReportForm
        action={sendReport.bind(null, slug)}
        kind={kind}
        comment={id}
        formId={isNew ? newFormId() : null}
        reasons={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
        maxLength={maxReportLength}
      />
      <p className="mt-4">
        <a
          className="link inline-flex min-h-11 items-center"
          href={`${paths.thread(slug, comment.threadId)}#comment-${id}`}
        >
          Go back to the conversation
        </a>
      </p>
    </Page>
  );
}
