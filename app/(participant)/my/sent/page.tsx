import type { Metadata } from "next";
import { ReceiptExpired } from "@/components/comments/receipt-expired";
import { SubmissionConfirmation } from "@/components/comments/submission-confirmation";
import { Page } from "@/components/ui/page";
import { getSentForm } from "@/lib/auth/cookies";
import { getPerson } from "@/lib/auth/current-session";
import { getSubmittedComment } from "@/lib/comments/submission.queries";
import { editionSchedule } from "@/lib/env";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { whenEveryoneSees, whenSeenOncePublished } from "@/lib/summaries/editions/edition.rules";

export const metadata: Metadata = { title: "Your comment" };

/** The page after sending a comment. For ten minutes, and only in the session that sent it, it shows the receipt. */
export default async function SentPage() {
  const formId = await getSentForm();
  const comment = formId ? await getSubmittedComment(formId) : null;
  if (!comment)
    return <ReceiptExpired subject="comment" listUrl={paths.my} isSignedIn={isSignedIn(await getPerson())} />;
  return (
    <Page title="We have received your comment">
      <SubmissionConfirmation
        alias={comment.alias}
        visibleToAll={isPublishable(comment.state) ? whenEveryoneSees(editionSchedule(), new Date()) : null}
        visibleOncePublished={whenSeenOncePublished(editionSchedule())}
        receipt={comment.receipt}
        isAtRisk={comment.isAtRisk}
        returnUrl={paths.strategy(comment.strategyId)}
      />
    </Page>
  );
}
