import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CommentCard } from "@/components/comments/comment-card";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, Radios, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { getPublishedComment } from "@/lib/comments/reactions/reaction.queries";
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
  if (!comment) notFound();
  const isNew = needsReceipt(person, slug);
  const { legend, label, button } = copyByKind[kind];
  return (
    <Page title={title}>
      <CommentCard {...comment} />
      {children}
      <p className="mb-6">
        We never tell the person who wrote it who reported it.{" "}
        {isNew && "You get a code, so you can come back and see what happened."}
      </p>
      <ActionForm action={sendReport.bind(null, { slug })}>
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
      </ActionForm>
      <p className="mt-4">
        <TextLink href={paths.comment(slug, comment.threadId, id)}>Go back to the thread</TextLink>
      </p>
    </Page>
  );
}
