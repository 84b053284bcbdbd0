import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerList } from "@/components/answers/answer-list";
import { AnswerStatus } from "@/components/answers/answer-status";
import { UnansweredThemes } from "@/components/answers/unanswered-themes";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getAnswerProgress } from "@/lib/answers/progress.queries";
import { findAnswerCursor, listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { commentCursor } from "@/lib/comments/comment.schema";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[]; answer?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const strategy = await getStrategyOutline(slug);
  if (!strategy) return { title: "Page not found" };
  const types = { "application/atom+xml": paths.answersFeed(slug) };
  return { title: `You said, we did: ${strategy.areaName}`, alternates: { types } };
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after, answer } = singleParams(await searchParams);
  const cursorResult = after === undefined ? null : commentCursor.safeParse(after);
  const strategy = await getStrategyOutline(slug);
  if (!strategy || cursorResult?.success === false) notFound();
  const cursor = cursorResult?.data ?? (answer ? await findAnswerCursor(slug, answer) : null);
  const [progress, published] = await Promise.all([
    getAnswerProgress(slug),
    listPublishedAnswers({ strategyId: slug }, cursor),
  ]);
  return (
    <Page title="You said, we did" lead={`What ${strategy.leadTitle} answered.`} wide>
      <p className="mb-4 flex flex-wrap gap-x-6">
        <TextLink href={paths.strategy(slug)}>{strategy.areaName}: the strategy</TextLink>
        <TextLink href={paths.answersFeed(slug)}>Follow answers (Atom feed)</TextLink>
      </p>
      {!progress && (
        <EmptyState next={{ href: paths.strategies, label: "See strategies that are open" }}>
          There is no consultation to answer.
        </EmptyState>
      )}
      {progress && (
        <div className="measure">
          <AnswerStatus {...progress} />
        </div>
      )}
      {cursor && (
        <p className="mb-4">
          <TextLink href={paths.answers(slug)}>Read answers from the newest</TextLink>
        </p>
      )}
      {published.items.length === 0 && !published.next && progress && (
        <EmptyState next={{ href: paths.strategySummary(slug), label: "See what people say" }}>
          {cursor ? "There are no more answers." : "There are no answers yet."}
        </EmptyState>
      )}
      <AnswerList items={published.items} />
      {published.next && (
        <p className="mt-4">
          <ButtonLink kind="secondary" href={`${paths.answers(slug)}?after=${published.next}`}>
            Load more answers
          </ButtonLink>
        </p>
      )}
      {progress && <UnansweredThemes slug={slug} themes={progress.unanswered} isLate={progress.state === "over"} />}
    </Page>
  );
}
