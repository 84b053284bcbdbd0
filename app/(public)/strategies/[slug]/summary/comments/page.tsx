import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { countLabel, formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { countReactions } from "@/lib/summaries/counts.rules";
import { type FigureTotals, listFigureComments } from "@/lib/summaries/figures/figure-comment.queries";
import { describeFigure } from "@/lib/summaries/figures/figure-description.queries";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import { figureFilterQuery } from "@/lib/summaries/figures/figure-filter.schema";
import { noPlace } from "@/lib/summaries/scope.rules";

export const metadata: Metadata = { title: "The comments behind a number" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> };

/** Exactly the comments and replies that a figure of a summary counts. */
export default async function FigureCommentsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const parsed = figureFilterQuery.safeParse(await searchParams);
  if (!parsed.success) notFound();
  const { lep, place, after, ...filter } = parsed.data;
  const scope = { strategyId: slug, lepId: place === null ? lep : noPlace };
  const description = await describeFigure(scope, filter);
  if (!description || (lep && place)) notFound();
  const { totals, items, next } = await listFigureComments(scope, filter, after);
  return (
    <Page title={description.title} lead={totalsText(totals, filter.only === "first")}>
      <p className="mb-4 flex flex-wrap gap-x-6">
        <TextLink href={lep ? paths.lep(lep) : paths.strategySummary(slug)}>Go to the summary</TextLink>
      </p>
      {items.length === 0 && (
        <EmptyState next={{ href: paths.strategySummary(slug), label: "Go to the summary" }}>
          {after ? "There are no more comments." : "There are no comments."}
        </EmptyState>
      )}
      {items.map((comment) => (
        <CommentCard key={comment.id} {...comment}>
          <p className="mt-2">
            {countReactions(comment) > 0 && (
              <>
                {comment.agrees} agree, {comment.disagrees} disagree, {comment.passes} passed.{" "}
              </>
            )}
            <TextLink href={paths.comment(slug, comment.threadId, comment.id)}>
              {comment.isReply ? "Read this reply in its thread" : "Read its thread"}
              <span className="sr-only">: {comment.alias}</span>
            </TextLink>
          </p>
        </CommentCard>
      ))}
      {next && (
        <p className="mt-4">
          <ButtonLink kind="secondary" href={figurePath(scope, filter, next)}>
            Load more comments
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

function totalsText(totals: FigureTotals, onlyFirst: boolean): string {
  const { comments, threads, people, agrees, disagrees, passes } = totals;
  const counted = onlyFirst
    ? `${countLabel(threads, "comment")} that started a thread`
    : `${countLabel(threads, "comment")} and ${countLabel(comments - threads, "reply", "replies")}`;
  const reacted = countReactions(totals);
  const reactions = reacted === 0 ? "no reactions" : countLabel(reacted, "reaction");
  const split =
    reacted === 0
      ? ""
      : `: ${formatNumber(agrees)} agree, ${formatNumber(disagrees)} disagree, ${formatNumber(passes)} passed`;
  return `${counted}, under ${countLabel(people, "name")}, with ${reactions}${split}.`;
}
