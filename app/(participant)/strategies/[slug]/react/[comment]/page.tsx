import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sendReaction } from "@/app/(participant)/strategies/[slug]/react/actions";
import { CommentCard } from "@/components/comments/comment-card";
import { ReactionForm } from "@/components/comments/reaction-form";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { consentNeeded, whyCannotReact } from "@/lib/comments/reactions/reaction.policy";
import {
  findParticipantId,
  getOwnReaction,
  getPublishedComment,
  getReactionTarget,
} from "@/lib/comments/reactions/reaction.queries";
import { ownReactionLabels, type ReactionRefusal, refusedReactionTexts } from "@/lib/comments/reactions/reaction.rules";
import { hasWithdrawnConsent } from "@/lib/people/participant.queries";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";

export const metadata: Metadata = { title: "Your reaction" };

const isRefusal = (name: unknown): name is ReactionRefusal =>
  typeof name === "string" && Object.hasOwn(refusedReactionTexts, name);

type Props = {
  params: Promise<{ slug: string; comment: string }>;
  searchParams: Promise<{ because?: string | string[] }>;
};

/** A person's own reaction to one comment, which they can change here. */
export default async function OwnReactionPage({ params, searchParams }: Props) {
  const { slug, comment: id } = await params;
  const { because } = await searchParams;
  const person = await getPerson();
  const [comment, target, participantId] = await Promise.all([
    getPublishedComment(slug, id),
    getReactionTarget(slug, id),
    findParticipantId(person, slug),
  ]);
  if (!comment || !target) notFound();
  const reaction = await getOwnReaction(participantId, id);
  const refusal =
    whyCannotReact({ ...target, isOwn: target.participantId === participantId }, new Date()) ??
    (participantId && (await hasWithdrawnConsent(participantId)) ? consentNeeded : null);
  return (
    <Page title={reaction ? "Your reaction" : "Do you agree?"}>
      {!refusal && isRefusal(because) && (
        <Callout tone="warning" title="We did not take your reaction">
          <p>{refusedReactionTexts[because]}</p>
        </Callout>
      )}
      {reaction && (
        <Callout tone="good" title={ownReactionLabels[reaction]}>
          <p>Your reaction is counted. Others never see who reacted or how. You can change it here.</p>
        </Callout>
      )}
      <CommentCard {...comment} />
      {refusal ? (
        <p>
          <strong>{refusal}</strong>
        </p>
      ) : (
        <ReactionForm
          action={sendReaction.bind(null, { slug })}
          slug={slug}
          comment={id}
          formId={needsReceipt(person, slug) ? newFormId() : null}
        />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={paths.comment(slug, comment.threadId, id)}>Go back to the thread</TextLink>
        <TextLink href={paths.react(slug)}>React to another comment</TextLink>
      </p>
    </Page>
  );
}
