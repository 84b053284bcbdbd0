import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { paths } from "@/lib/routes";
import { withdrawCommentAction } from "./actions";

export const metadata: Metadata = { title: "Withdraw your comment" };

/** The one question before a comment is withdrawn, since that deletes its text for good. */
export default async function WithdrawPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.withdrawComment(id));
  const comment = await getOwnRevision(person, id);
  if (!comment || comment.state === "withdrawn" || comment.state === "removed") notFound();
  return (
    <Page title="Do you want to withdraw this comment?" lead={`What you wrote on ${comment.areaName}.`}>
      <blockquote className="mb-6 border-line border-l-4 pl-4 whitespace-pre-wrap break-words" dir="auto">
        {comment.text}
      </blockquote>
      <p className="mb-4">
        We delete your comment straight away, and you cannot get it back. Copy it first if you want to keep it. Replies
        stay, and readers see that a comment was withdrawn.
      </p>
      {comment.isReported && (
        <Callout tone="warning">
          <p>
            Somebody has reported this comment. If they reported it as illegal, we keep a locked copy for a year. A rep
            can only open it with a second person and a reason, and we will tell you.
          </p>
        </Callout>
      )}
      <ActionButton action={withdrawCommentAction.bind(null, { id })} kind="danger">
        Withdraw comment
      </ActionButton>
      <p className="mt-4">
        <TextLink href={paths.my}>No, keep my comment</TextLink>
      </p>
    </Page>
  );
}
