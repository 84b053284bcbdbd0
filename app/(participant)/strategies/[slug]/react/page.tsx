import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ReactionForm } from "@/components/comments/reaction-form";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { whyClosed } from "@/lib/comments/comment.policy";
import { countReactions, drawForReaction, participantIdOf } from "@/lib/comments/reactions/reaction.queries";
import { countOf } from "@/lib/dates";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { getStrategy } from "@/lib/strategies/strategy.queries";
import { sendReaction } from "./actions";

export const metadata: Metadata = { title: "Do you agree?" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ not?: string | string[] }> };

/** One comment at a time, drawn so that every comment is asked about. */
export default async function ReactPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { not } = await searchParams;
  const [strategy, person] = await Promise.all([getStrategy(slug), getPerson()]);
  if (!strategy) notFound();
  const closed = whyClosed(strategy, new Date());
  const back = (
    <a className="link inline-flex min-h-11 items-center" href={paths.strategy(slug)}>
      Go back to the strategy
    </a>
  );
  if (closed) return <Page title={closed}>{back}</Page>;
  const participantId = await participantIdOf(person, slug);
  const [next, said] = await Promise.all([
    drawForReaction(slug, participantId, typeof not === "string" ? not : null),
    countReactions(participantId),
  ]);
  if (!next) {
    return (
      <Page
        title="That is all for now"
        lead={
          said > 0 ? `You answered ${countOf(said, "comment")}. Thank you.` : "There are no comments to answer yet."
        }
      >
        {back}
      </Page>
    );
  }
  return (
    <Page title="Do you agree?" lead={`What somebody says about the ${strategy.areaName} ${strategy.kindName}:`}>
      <CommentCard {...next} />
      <ReactionForm
        action={sendReaction.bind(null, slug)}
        slug={slug}
        comment={next.id}
        formId={needsReceipt(person, slug) ? newFormId() : null}
      />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <a className="link inline-flex min-h-11 items-center" href={`${paths.react(slug)}?not=${next.id}`}>
          Skip: show me another
        </a>
        <a className="link inline-flex min-h-11 items-center" href={paths.thread(slug, next.threadId)}>
          Read the replies
        </a>
        {back}
      </p>
      {said > 0 && <p className="mt-4 text-muted">You answered {countOf(said, "comment")} so far.</p>}
    </Page>
  );
}
