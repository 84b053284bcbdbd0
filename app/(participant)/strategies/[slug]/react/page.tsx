import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ReactionForm } from "@/components/comments/reaction-form";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { countOwnReactions, drawNextComment, findParticipantId } from "@/lib/comments/reactions/reaction.queries";
import { countLabel } from "@/lib/numbers";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { sendReaction } from "./actions";

export const metadata: Metadata = { title: "Do you agree?" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ not?: string | string[] }> };

/** One comment at a time to react to, drawn at random so that every comment is shown. */
export default async function ReactPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { not: skippedId } = await searchParams;
  const [strategy, person] = await Promise.all([getStrategyOutline(slug), getPerson()]);
  if (!strategy) notFound();
  const refusal = whyCannotComment(strategy, new Date());
  const backLink = <TextLink href={paths.strategy(slug)}>Go back to the strategy</TextLink>;
  if (refusal) return <Page title={refusal}>{backLink}</Page>;
  const participantId = await findParticipantId(person, slug);
  const [next, answeredCount] = await Promise.all([
    drawNextComment(slug, participantId, typeof skippedId === "string" ? skippedId : null),
    countOwnReactions(participantId),
  ]);
  if (!next) {
    return (
      <Page
        title="You have seen all the comments"
        lead={
          answeredCount > 0
            ? `You reacted to ${countLabel(answeredCount, "comment")}. Thank you.`
            : "There are no comments to react to yet."
        }
      >
        {backLink}
      </Page>
    );
  }
  return (
    <Page title="Do you agree?" lead={`What somebody wrote about the ${strategy.areaName} ${strategy.kindName}:`}>
      <CommentCard {...next} />
      <ReactionForm
        action={sendReaction.bind(null, { slug })}
        slug={slug}
        comment={next.id}
        formId={needsReceipt(person, slug) ? newFormId() : null}
      />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={`${paths.react(slug)}?not=${next.id}`}>Skip this comment</TextLink>
        <TextLink href={paths.thread(slug, next.threadId)}>Read the replies</TextLink>
        {backLink}
      </p>
      {answeredCount > 0 && (
        <p className="mt-4 text-muted">You have reacted to {countLabel(answeredCount, "comment")} so far.</p>
      )}
    </Page>
  );
}
