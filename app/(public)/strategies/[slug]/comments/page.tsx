import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ThreadFilterForm } from "@/components/comments/thread-filter-form";
import { ThreadList } from "@/components/comments/thread-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { searchComments } from "@/lib/comments/threads/comment-search.queries";
import { parseSearchText } from "@/lib/comments/threads/comment-search.rules";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { type ListCursor, parseListCursor } from "@/lib/comments/threads/thread-list.rules";
import {
  type ThreadListQuery,
  threadListQuery,
  threadListQueryString,
} from "@/lib/comments/threads/thread-list.schema";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { isOpenForComments } from "@/lib/strategies/strategy.rules";

export const metadata: Metadata = { title: "Comments" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> };

/** All comments on a strategy, with search, order and filters. */
export default async function CommentsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await searchParams;
  const parsed = threadListQuery.safeParse(query);
  const strategy = await getStrategyOutline(slug);
  if (!parsed.success || !strategy) notFound();
  const { data } = parsed;
  const after = data.after === null ? null : parseListCursor(data.q ? "newest" : data.sort, data.after);
  const section = strategy.sections.find(({ number }) => number === data.section);
  if ((data.after !== null && !after) || (data.section !== null && !section)) notFound();
  const themes = await listThemes();
  const foundation = themes.find(({ id, family }) => id === data.foundation && family === "foundation");
  if (data.foundation !== null && !foundation) notFound();
  const foundationSections =
    foundation && strategy.sections.filter(({ foundationId }) => foundationId === foundation.id);
  const filter = {
    strategyId: slug,
    sectionId: section?.id,
    sectionIds: foundationSections?.map(({ id }) => id),
    stance: data.stance,
    theme: data.theme,
  };
  return (
    <Page title="Comments" lead={`On the ${strategy.areaName} ${strategy.kindName}.`}>
      <p className="mb-4 flex flex-wrap gap-x-6">
        <TextLink href={paths.strategy(slug)}>Go back to the strategy</TextLink>
        {isOpenForComments(strategy, new Date()) && (
          <TextLink href={paths.react(slug)}>Do you agree? One comment at a time</TextLink>
        )}
        <TextLink href={`${paths.follows}?strategy=${slug}`}>Follow this strategy by weekly email</TextLink>
      </p>
      <ThreadFilterForm
        action={paths.comments(slug)}
        selected={data}
        themes={themes.map(({ id, name }) => ({ value: id, label: name }))}
        sections={strategy.sections.map(({ number, title }) => ({ value: String(number), label: title }))}
      />
      {foundation && (
        <p className="mb-4">
          Only comments on sections under <strong>{foundation.name}</strong>.{" "}
          <TextLink
            href={`${paths.comments(slug)}${threadListQueryString({ ...data, foundation: null, after: null })}`}
          >
            Show every section
          </TextLink>
        </p>
      )}
      {data.q ? (
        <FoundComments
          slug={slug}
          query={data}
          filter={filter}
          searchText={data.q}
          wasCut={parseSearchText(String(query.q)).wasCut}
          after={after}
        />
      ) : (
        <Threads
          isOpen={isOpenForComments(strategy, new Date())}
          slug={slug}
          query={data}
          filter={filter}
          after={after}
        />
      )}
    </Page>
  );
}

type ListProps = {
  slug: string;
  query: ThreadListQuery;
  filter: Parameters<typeof listThreads>[0];
  after: ListCursor | null;
};

const nextPageUrl = (slug: string, query: ThreadListQuery, next: string | null) =>
  next && `${paths.comments(slug)}${threadListQueryString({ ...query, after: next })}`;

async function Threads({ slug, query, filter, after, isOpen }: ListProps & { isOpen: boolean }) {
  const { items, next } = await listThreads(filter, query.sort, after);
  return (
    <>
      {items.length === 0 && (
        <EmptyState next={{ href: paths.comments(slug), label: "See all comments" }}>
          {after ? "There are no more comments." : "There are no comments that match."}
        </EmptyState>
      )}
      <ThreadList isOpen={isOpen} slug={slug} threads={items} moreUrl={nextPageUrl(slug, query, next)} />
    </>
  );
}

type FoundProps = ListProps & { searchText: string; wasCut: boolean };

async function FoundComments({ slug, query, filter, after, searchText, wasCut }: FoundProps) {
  const { items, next, hasOnlyCommonTerms } = await searchComments(filter, searchText, after);
  const moreUrl = nextPageUrl(slug, query, next);
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-2 text-2xl">
        {items.length > 0
          ? "Comments with these words"
          : hasOnlyCommonTerms
            ? "These words are too common"
            : after
              ? "No more results"
              : "No comments use these words"}
      </h2>
      {wasCut && (
        <p className="mb-2">
          Your search is too long. We searched for the start of it: <q>{searchText}</q>
        </p>
      )}
      {hasOnlyCommonTerms ? (
        <p>We leave out words such as “it” and “who”, because nearly every comment has them. Add another word.</p>
      ) : (
        items.length === 0 && (
          <EmptyState next={{ href: paths.comments(slug), label: "See all comments" }}>
            Try fewer or different words.
          </EmptyState>
        )
      )}
      {items.length > 0 && <p className="text-muted">Newest week first.</p>}
      {items.map((comment) => (
        <CommentCard key={comment.id} {...comment}>
          <p className="mt-2">
            <TextLink href={paths.comment(slug, comment.threadId, comment.id)}>
              Read it in its thread<span className="sr-only">: {comment.alias}</span>
            </TextLink>
          </p>
        </CommentCard>
      ))}
      {moreUrl && (
        <p className="mt-4">
          <ButtonLink kind="secondary" href={moreUrl}>
            Load more comments
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
