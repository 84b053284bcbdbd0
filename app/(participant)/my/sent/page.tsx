import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SubmissionConfirmation } from "@/components/comments/submission-confirmation";
import { Page } from "@/components/ui/page";
import { getSentForm } from "@/lib/auth/cookies";
import { getSubmittedComment } from "@/lib/comments/submission.queries";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "We have your comment" };

/** The page after sending a comment: for ten minutes, and only in the browser that sent it. */
export default async function SentPage() {
  const formId = await getSentForm();
  const comment = formId ? await getSubmittedComment(formId) : null;
  if (!comment) notFound();
  return (
    <Page title="We have your comment">
      <SubmissionConfirmation
        alias={comment.alias}
        isPublished={comment.state === "published"}
        receipt={comment.receipt}
        isAtRisk={comment.isAtRisk}
        returnUrl={paths.strategy(comment.strategyId)}
      />
    </Page>
  );
}
