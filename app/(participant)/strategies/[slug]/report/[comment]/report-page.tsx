import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CommentCard } from "@/components/comments/comment-card";
import { ReportConfirmation } from "@/components/comments/report-confirmation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, Radios, TextArea } from "@/components/forms/fields";
import { StepHeading } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { getPublishedComment } from "@/lib/comments/reactions/reaction.queries";
import { wasPublished } from "@/lib/moderation/reports/report.queries";
import { maxReportLength } from "@/lib/moderation/reports/report.schema";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { sendReport } from "./actions";

type Props = {
  params: Promise<{ slug: string; comment: string }>;
  kind: "report" | "illegal";
  title: string;
  reasons: Record<string, string>;
  children: ReactNode;
};

const copyByKind = {
  report: { legend: "What is wrong with it?", label: "Anything that helps the rep understand", button: "Report it" },
  illegal: {
    legend: "Which law do you think it breaks?",
    label: "Why is it illegal?",
    button: "Report it as illegal",
  },
};

/** The page of both kinds of report: the comment, what happens next, the form. */
export async function ReportPage({ params, kind, title, reasons, children }: Props) {
  const { slug, comment: id } = await params;
  const [comment, person] = await Promise.all([getPublishedComment(slug, id), getPerson()]);
  if (!comment && !(await wasPublished(slug, id))) notFound();
  const isNew = needsReceipt(person, slug);
  const { legend, label, button } = copyByKind[kind];
  const received = (
    <div>
      <StepHeading>We have received your report</StepHeading>
      <ReportConfirmation />
    </div>
  );
  const form = comment && (
    <>
      <HiddenField name="kind" value={kind} />
      <HiddenField name="comment" value={id} />
      {isNew && <HiddenField name="formId" value={newFormId()} isRetained />}
      <Radios
        name="reason"
        legend={legend}
        options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="details"
        label={label}
        hint={`${kind === "report" ? "You can leave this blank. " : ""}Only reps read this. Do not say who you are.`}
        rows={4}
        maxLength={maxReportLength}
      />
      <Button>{button}</Button>
    </>
  );
  return (
    <Page title={title}>
      {comment ? (
        <>
          <CommentCard {...comment} />
          {children}
          <p className="mb-6">
            We never tell the person who wrote it who reported it.{" "}
            {isNew && "You get a code, so you can come back and see what happened."}
          </p>
        </>
      ) : (
        <p className="mb-6">Nobody can see this comment now. A union rep is checking it, or it is gone.</p>
      )}
      <ActionForm action={sendReport.bind(null, { slug })} done={{ result: "receipt", content: received }}>
        {form}
      </ActionForm>
      <p className="mt-4">
        <TextLink href={comment ? paths.comment(slug, comment.threadId, id) : paths.strategy(slug)}>
          {comment ? "Go back to the thread" : "Go back to the strategy"}
        </TextLink>
      </p>
    </Page>
  );
}
