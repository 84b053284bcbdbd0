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

export const metadata: Metadata = { title: "Take your comment back" };

/** The one question before a comment is withdrawn, since that deletes its text for good. */
export default async function WithdrawPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.withdrawComment(id));
  const comment = await getOwnRevision(person, id);
  if (!comment || comment.state === "withdrawn" || comment.state === "removed") notFound();
  return (
    <Page title="Do you want to take this comment back?" lead={`What you wrote on ${comment.areaName}.`}>
      <blockquote className="mb-6 border-line border-l-4 pl-4 whitespace-pre-wrap break-words" dir="auto">
        {comment.text}
      </blockquote>
      <p className="mb-4">
        We delete your words at once, and you cannot get them back. Copy them first if you want to keep them. Replies
        stay, and readers see that somebody took a comment back.
      </p>
      {comment.isReported && (
        <Callout tone="warning">
          <p>
            Somebody reported this comment. If the report says that it is against the law, we keep a locked copy for a
            year. A rep can open it only with a second person and a reason, and we tell you.
          </p>
        </Callout>
      )}
      <ActionButton action={withdrawCommentAction.bind(null, { id })} kind="danger">
        Take it back
      </ActionButton>
      <p className="mt-4">
        <TextLink href={paths.my}>No, leave it as it is</TextLink>
      </p>
    </Page>
  );
}
