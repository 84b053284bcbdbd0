import type { Metadata } from "next";
import { SupportMessage } from "@/components/comments/support-message";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { listParticipantAnswers } from "@/lib/answers/participant-answer.queries";
import { requireSignedIn } from "@/lib/auth/require-person";
import { listOwnDrafts } from "@/lib/comments/drafts/draft.queries";
import { listOwnComments, type OwnComment } from "@/lib/comments/own-comment.queries";
import { editionSchedule } from "@/lib/env";
import { singleParams } from "@/lib/forms/query-params";
import { listLastDecisions, type OwnDecision } from "@/lib/moderation/decisions/own-decision.queries";
import { listNewNotices } from "@/lib/moderation/decisions/own-notice.queries";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { countLabel } from "@/lib/numbers";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { whenEveryoneSees, whenSeenOncePublished } from "@/lib/summaries/editions/edition.rules";
import { ActiveSanctions } from "./active-sanctions";
import { DataRightsLinks } from "./data-rights-links";
import { DraftList } from "./draft-list";
import { MailStopped } from "./mail-stopped";
import { OpenedOriginals } from "./opened-originals";
import { Updates } from "./updates";

const maxUpdates = 3;

export const metadata: Metadata = { title: "My comments" };

export default async function MyPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const person = await requireSignedIn(paths.my);
  const after = singleParams(await searchParams).after ?? null;
  const [{ items, next }, drafts, notices, answers] = await Promise.all([
    listCommentsWithDecisions(person, after),
    after ? [] : listOwnDrafts(person),
    after ? [] : listNewNotices(person, maxUpdates),
    after ? [] : listParticipantAnswers(person, maxUpdates),
  ]);
  return (
    <Page title="My comments" lead="What you wrote, and what happened to it. Only you can see this page.">
      {items.some(({ isAtRisk }) => isAtRisk) && <SupportMessage />}
      <ActiveSanctions person={person} />
      <MailStopped person={person} />
      {items.length === 0 && drafts.length === 0 && (
        <EmptyState next={{ href: paths.find, label: "Find your strategy and say what you think" }}>
          You have not written anything yet.
        </EmptyState>
      )}
      <Updates notices={notices} answers={answers} />
      <DraftList drafts={drafts} />
      <OpenedOriginals person={person} />
      {items.map((comment, index) => (
        <div key={comment.id}>
          {items[index - 1]?.strategyId !== comment.strategyId && (
            <h2 className="mt-8 mb-3 text-2xl">
              <a className="link" href={paths.strategy(comment.strategyId)}>
                {comment.areaName}
              </a>
            </h2>
          )}
          <OwnCommentCard {...comment} />
        </div>
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.my}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <ul className="mt-8">
        {[
          { href: paths.notices, label: "Decisions about your comments" },
          { href: paths.myReactions, label: "Your reactions to other people’s comments" },
          { href: paths.reports, label: "Your reports, and what happened to them" },
          { href: paths.follows, label: "Your weekly email" },
          { href: paths.sessions, label: "Where you are signed in" },
        ].map(({ href, label }) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
      <DataRightsLinks />
      <form action={paths.signOut} method="post" className="mt-4">
        <Button kind="secondary">Sign out</Button>
      </form>
    </Page>
  );
}

type CommentWithDecision = OwnComment & { decision: OwnDecision | undefined };

async function listCommentsWithDecisions(person: Person, after: string | null) {
  const { items, next } = await listOwnComments(person, after);
  const decisions = await listLastDecisions(items.map(({ id }) => id));
  const withDecisions = items.map((comment): CommentWithDecision => {
    const decision = decisions.find(({ commentId }) => commentId === comment.id);
    return { ...comment, decision };
  });
  return { items: withDecisions, next };
}

/** 2 replies. Of 16 people who reacted, 12 agree, 3 disagree and 1 passed. */
function publicCountsText({ replies, agrees, disagrees, passes }: NonNullable<OwnComment["publicCounts"]>): string {
  const people = agrees + disagrees + passes;
  const repliesText =
    replies === 0 ? "No replies yet." : replies !== null && `${countLabel(replies, "reply", "replies")}.`;
  const reactionsText =
    people === 0
      ? "Nobody has reacted yet."
      : `Of ${countLabel(people, "person", "people")} who reacted, ${agrees} agree, ${disagrees} disagree and ${passes} passed.`;
  return [repliesText, reactionsText].filter(Boolean).join(" ");
}

const stateMessages = {
  ready: "Published.",
  held: "A union rep has not read this yet. Nobody else can see it until they do.",
  published: "This is published.",
  returned: "A rep has asked you to change something before it can be published.",
  rejected: "A rep decided not to publish this.",
  removed: "A rep removed this after it was published.",
  withdrawn: "You withdrew this, and we deleted it.",
};

function OwnCommentCard({ id, state, text, decision, ...comment }: CommentWithDecision) {
  const { reason = null, toAuthor = null } = decision ?? {};
  const reasonText = reason !== null && reason in reasons ? reasons[reason as keyof typeof reasons].text : null;
  return (
    <article className="border-line border-t py-5">
      <h3 className="mb-1 text-xl">
        {comment.isReply ? "A reply" : "A comment"} on section {comment.sectionNumber}
      </h3>
      <p className="mb-2 text-muted">You appear as {comment.alias}.</p>
      {text && (
        <p className="measure mb-3 whitespace-pre-wrap break-words" dir="auto">
          {text}
        </p>
      )}
      <p className="font-semibold">
        {stateMessages[state]}{" "}
        {state === "held" && `If they publish it, everyone can see it ${whenSeenOncePublished(editionSchedule())}.`}
        {state === "ready" && `Everyone can see it ${whenEveryoneSees(editionSchedule(), new Date())}.`}
      </p>
      {comment.publicCounts && <p>{publicCountsText(comment.publicCounts)}</p>}
      {reasonText && !isPublishable(state) && state !== "withdrawn" && <p>{reasonText}</p>}
      {toAuthor && state !== "withdrawn" && <p className="mt-1 whitespace-pre-wrap">The rep’s message: {toAuthor}</p>}
      <div className="mt-3 flex flex-wrap items-center gap-4">
        {state === "published" && (
          <TextLink href={paths.comment(comment.strategyId, comment.threadId, id)}>View in thread</TextLink>
        )}
        {(state === "rejected" || state === "removed") && (
          <TextLink href={paths.appeal(id)}>Appeal, or check your appeal</TextLink>
        )}
        {comment.canRevise && (
          <ButtonLink kind={state === "returned" ? "primary" : "secondary"} href={paths.myComment(id)}>
            {state === "returned" ? "See what to change" : "Change it"}
          </ButtonLink>
        )}
        {state !== "withdrawn" && state !== "removed" && (
          <ButtonLink kind="danger" href={paths.withdrawComment(id)}>
            Withdraw comment
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
