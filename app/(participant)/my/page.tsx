import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { listAnswersToMe } from "@/lib/answers/participant-answer.queries";
import { getPerson } from "@/lib/auth/current-session";
import { listDrafts } from "@/lib/comments/drafts/draft.queries";
import { listOwn, type OwnComment } from "@/lib/comments/own-comment.queries";
import { givenOnce } from "@/lib/forms/form-state";
import { listNewNotices } from "@/lib/moderation/decisions/own-notice.queries";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { paths } from "@/lib/routes";
import { withdrawComment } from "./actions";
import { Sanctions } from "./active-sanctions";
import { YourData } from "./data-rights-links";
import { Drafts } from "./draft-list";
import { Opened } from "./opened-originals";
import { News } from "./updates";

const newsAtMost = 3;

export const metadata: Metadata = { title: "My comments" };

export default async function MyPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const person = await getPerson();
  if (!person.accountId && !person.participantId) redirect(`${paths.signIn}?to=${paths.my}`);
  const after = givenOnce(await searchParams).after ?? null;
  const [{ items, next }, drafts, notices, answers] = await Promise.all([
    listOwn(person, after),
    after ? [] : listDrafts(person),
    after ? [] : listNewNotices(person, newsAtMost),
    after ? [] : listAnswersToMe(person, newsAtMost),
  ]);
  return (
    <Page title="My comments" lead="What you wrote, and what became of it. Only you can see this page.">
      <Sanctions person={person} />
      {items.length === 0 && drafts.length === 0 && (
        <p className="mb-6">
          You have written nothing yet.{" "}
          <a className="link" href={paths.find}>
            Find your strategy
          </a>{" "}
          and say what you think.
        </p>
      )}
      <News notices={notices} answers={answers} />
      <Drafts drafts={drafts} />
      <Opened person={person} />
      {items.map((comment, at) => (
        <div key={comment.id}>
          {items[at - 1]?.strategyId !== comment.strategyId && (
            <h2 className="mt-8 mb-3 text-2xl">
              <a className="link" href={paths.strategy(comment.strategyId)}>
                {comment.areaName}
              </a>
            </h2>
          )}
          <Own {...comment} />
        </div>
      ))}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.my}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <ul className="mt-8">
        {[
          { href: paths.notices, label: "What was decided about your comments, and why" },
          { href: paths.myReactions, label: "What you answered to others: agree, disagree or pass" },
          { href: paths.reports, label: "What you reported, and what became of it" },
          { href: paths.follows, label: "What you follow by weekly e-mail" },
          { href: paths.sessions, label: "Where you are signed in" },
        ].map(({ href, label }) => (
          <li key={href}>
            <a className="link inline-flex min-h-11 items-center" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <YourData />
      <form action={paths.signOut} method="post" className="mt-4">
        <Button kind="secondary">Sign out</Button>
      </form>
    </Page>
  );
}

const stateWords = {
  held: "It waits for a union rep to read it. Nobody else can see it until then.",
  published: "It is published.",
  returned: "A rep asks you to change something before it can be published.",
  rejected: "A rep decided not to publish it.",
  removed: "A rep took it down after it was published.",
  withdrawn: "You took it back. Its words are gone.",
};

function Own({ id, state, text, reason, toAuthor, ...comment }: OwnComment) {
  const why = reason !== null && reason in reasons ? reasons[reason as keyof typeof reasons].words : null;
  return (
    <article className="border-line border-t py-5">
      <h3 className="mb-1 text-xl">
        {comment.isReply ? "A reply" : "A comment"} on part {comment.sectionNumber}
      </h3>
      <p className="mb-2 text-muted">Others know you there as {comment.alias}.</p>
      {text && (
        <p className="measure mb-3 whitespace-pre-wrap break-words" dir="auto">
          {text}
        </p>
      )}
      <p className="font-semibold">{stateWords[state]}</p>
      {why && state !== "published" && state !== "withdrawn" && <p>{why}</p>}
      {toAuthor && state !== "withdrawn" && (
        <p className="mt-1 whitespace-pre-wrap">The rep wrote to you: {toAuthor}</p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-4">
        {state === "published" && (
          <a
            className="link inline-flex min-h-11 items-center"
            href={paths.thread(comment.strategyId, comment.threadId)}
          >
            See it on its page
          </a>
        )}
        {(state === "rejected" || state === "removed") && (
          <a className="link inline-flex min-h-11 items-center" href={paths.appeal(id)}>
            Appeal, or see your appeal
          </a>
        )}
        {comment.canChange && (
          <ButtonLink kind={state === "returned" ? "primary" : "secondary"} href={paths.myComment(id)}>
            {state === "returned" ? "See what to change" : "Change it"}
          </ButtonLink>
        )}
        {state !== "withdrawn" && state !== "removed" && (
          <form action={withdrawComment}>
            <input type="hidden" name="comment" value={id} />
            <Button kind="danger">Take it back</Button>
          </form>
        )}
      </div>
    </article>
  );
}
