import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerStatus } from "@/components/answers/answer-status";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { type DeskBody, type DeskStrategy, getDesk } from "@/lib/answers/desk.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { closeAnswersAction, recordDeskVisitAction } from "./actions";

export const metadata: Metadata = { title: "Your desk" };

export default async function DeskPage() {
  const person = await requireAccount(paths.officer);
  const desk = await getDesk(person);
  if (desk.length === 0) notFound();
  return (
    <Page title="Your desk" lead="What is new, what needs an answer, and your own notes." wide>
      <p className="mb-6">
        <TextLink className="mr-6" href={paths.officerStrategies}>
          Publish a strategy
        </TextLink>
        <TextLink className="mr-6" href={paths.briefings}>
          Briefings
        </TextLink>
        <TextLink href={paths.compare}>Compare two bodies</TextLink>
      </p>
      {desk.map((body) => (
        <Body key={body.id} {...body} />
      ))}
    </Page>
  );
}

function Body({ id, title, lastVisitWeek, strategies }: DeskBody) {
  return (
    <section aria-labelledby={`body-${id}`} className="mb-12">
      <h2 id={`body-${id}`} className="mb-2 text-2xl">
        {title}
      </h2>
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={paths.officerNotes(id)}>Download notes and tags (CSV)</TextLink>
      </p>
      {strategies.length === 0 && (
        <EmptyState next={{ href: paths.officerStrategies, label: "Open one to comments" }}>
          None of your strategies have opened yet.
        </EmptyState>
      )}
      {strategies.map((strategy) => (
        <Strategy key={strategy.id} {...strategy} body={id} lastVisitWeek={lastVisitWeek} />
      ))}
      {strategies.length > 0 && (
        <div className="mt-6">
          <ActionButton action={recordDeskVisitAction.bind(null, { body: id })}>Mark as read</ActionButton>
        </div>
      )}
    </section>
  );
}

function Strategy({
  id,
  areaName,
  canAnswer,
  progress,
  newComments,
  pendingAnswers,
  responses,
  leps,
  body,
  lastVisitWeek,
}: DeskStrategy & { body: string; lastVisitWeek: Date | null }) {
  const since = lastVisitWeek
    ? `since the week of ${formatDay(lastVisitWeek)}, when you last marked it as read`
    : "so far";
  const isReady =
    canAnswer && progress.state !== "open" && progress.state !== "complete" && progress.unanswered.length === 0;
  return (
    <section aria-labelledby={`strategy-${id}`} className="border-line border-t py-6">
      <h3 id={`strategy-${id}`} className="mb-2 text-xl">
        {areaName}
      </h3>
      <p>
        {countLabel(newComments, "comment was", "comments were")} published {since}.
      </p>
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={paths.officerThreads(id)}>
          Read comments and add notes<span className="sr-only">: {areaName}</span>
        </TextLink>
        <TextLink href={paths.answers(id)}>
          View published answers<span className="sr-only">: {areaName}</span>
        </TextLink>
      </p>
      <LepLinks body={body} leps={leps} />
      <div className="measure">
        <AnswerStatus {...progress} />
      </div>
      {pendingAnswers.length > 0 && <PendingAnswers id={id} pendingAnswers={pendingAnswers} />}
      {canAnswer ? (
        <UnansweredSources id={id} themes={progress.unanswered} responses={responses} />
      ) : (
        <p className="text-muted">
          The lead body for this strategy answers. You can read comments and add notes and tags.
        </p>
      )}
      {isReady && (
        <ActionForm action={closeAnswersAction.bind(null, { strategy: id })} className="mt-6">
          <p className="mb-3">Every theme people commented on has a published answer.</p>
          <Button>
            Mark all as answered<span className="sr-only">: {areaName}</span>
          </Button>
        </ActionForm>
      )}
    </section>
  );
}

/** The summary, board paper and newest release of each LEP or other body. */
function LepLinks({ body, leps }: Pick<DeskStrategy, "leps"> & { body: string }) {
  return (
    <ul className="measure my-4">
      {leps.map(({ id, name, release }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 border-line border-t">
          <TextLink href={paths.lep(id)}>{name}: the summary</TextLink>
          <TextLink href={paths.lepPaper(id)}>
            Board paper<span className="sr-only"> of {name}</span>
          </TextLink>
          <TextLink href={paths.newBriefing(body, id)}>
            Write a briefing<span className="sr-only"> on {name}</span>
          </TextLink>
          {release ? (
            <TextLink className="gap-2" href={`${paths.compareReleases}?lep=${id}`}>
              Release {release.number}, {formatDay(new Date(release.day))}
              <span className="sr-only"> of {name}: compare with another release</span>
              {release.isNew && <Tag tone="info">New</Tag>}
            </TextLink>
          ) : (
            <span className="text-muted">No counts of people yet</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function PendingAnswers({ id, pendingAnswers }: Pick<DeskStrategy, "id" | "pendingAnswers">) {
  return (
    <section aria-labelledby={`pending-${id}`}>
      <h4 id={`pending-${id}`} className="mb-1 font-bold">
        Answers not published yet
      </h4>
      <ul className="measure mb-6">
        {pendingAnswers.map(({ id: answerId, title, state, isOwn }) => (
          <li key={answerId} className="border-line border-t">
            <a className="flex min-h-11 flex-wrap items-center justify-between gap-x-4" href={paths.answer(answerId)}>
              <span className="link">{title}</span>
              <Tag tone={state === "draft" && !isOwn ? "warning" : "plain"}>
                {state === "reviewed" ? "Ready to publish" : isOwn ? "Waiting for a second officer" : "Waiting for you"}
              </Tag>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type UnansweredSourcesProps = Pick<DeskStrategy, "id" | "responses"> & {
  themes: DeskStrategy["progress"]["unanswered"];
};

function UnansweredSources({ id, themes, responses }: UnansweredSourcesProps) {
  const rows = [
    ...themes.map((theme) => ({
      key: theme.id,
      href: paths.newAnswer(id, "theme", theme.id),
      title: theme.name,
      detail: countLabel(theme.comments, "comment"),
    })),
    ...responses.map((response) => ({
      key: response.id,
      href: paths.newAnswer(id, "response", response.id),
      title: response.title,
      detail: "a union’s response",
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`to-answer-${id}`}>
      <h4 id={`to-answer-${id}`} className="mb-1 font-bold">
        Needs an answer
      </h4>
      <ul className="measure">
        {rows.map(({ key, href, title, detail }) => (
          <li key={key} className="border-line border-t">
            <a className="flex min-h-11 flex-wrap items-center justify-between gap-x-4" href={href}>
              <span className="link">
                <span className="sr-only">Answer: </span>
                {title}
              </span>
              <span className="text-muted tabular-nums">{detail}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
