import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ThreadFilterForm } from "@/components/comments/thread-filter-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { getNoteSummaries, listTaggedThreads, listTags } from "@/lib/answers/note.queries";
import { getOfficerStrategy } from "@/lib/answers/officer-strategy.queries";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { requireAccount } from "@/lib/auth/require-person";
import type { CommentView } from "@/lib/comments/comment.queries";
import { searchComments } from "@/lib/comments/threads/comment-search.queries";
import { listThreads, type ThreadFilter } from "@/lib/comments/threads/thread-list.queries";
import { type ListCursor, parseListCursor } from "@/lib/comments/threads/thread-list.rules";
import {
  officerThreadListQuery,
  type ThreadSort,
  threadListQueryString,
} from "@/lib/comments/threads/thread-list.schema";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { listStrategyPlaces } from "@/lib/summaries/scope.queries";

export const metadata: Metadata = { title: "Comments, notes and tags" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> };

export default async function OfficerThreadsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const parsed = officerThreadListQuery.safeParse(await searchParams);
  const person = await requireAccount(paths.officerThreads(slug));
  const [strategy, outline] = [await getOfficerStrategy(person, slug), await getStrategyOutline(slug)];
  if (!strategy || !outline || !parsed.success) notFound();
  const { data } = parsed;
  const after = data.after === null ? null : parseListCursor(data.q ? "newest" : data.sort, data.after);
  const section = outline.sections.find(({ number }) => number === data.section);
  if ((data.after !== null && !after) || (data.section !== null && !section)) notFound();
  const [themes, tags, places, threadIds] = await Promise.all([
    listThemes(),
    listTags(person, strategy.bodyId),
    listStrategyPlaces([slug]),
    data.tag === null ? null : listTaggedThreads(person, strategy.bodyId, data.tag),
  ]);
  const leps = places.get(slug)?.leps ?? [];
  const { stance, theme, lep: lepId } = data;
  const filter = { strategyId: slug, sectionId: section?.id, stance, theme, lepId, threadIds };
  const { items, next } = data.q ? await findThreads(filter, data.q, after) : await listAll(filter, data.sort, after);
  const marks = await getNoteSummaries(
    person,
    strategy.bodyId,
    items.map(({ comment }) => comment.threadId),
  );
  return (
    <Page title="Comments, notes and tags" lead={`${strategy.areaName}. Only officers of your body can see the notes.`}>
      <ThreadFilterForm
        action={paths.officerThreads(slug)}
        selected={data}
        themes={themes.map(({ id, name }) => ({ value: id, label: name }))}
        sections={outline.sections.map(({ number, title }) => ({ value: String(number), label: title }))}
        others={[
          {
            ...{ name: "lep", label: "LEP", emptyLabel: "Any LEP", selected: lepId },
            options: leps.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            ...{ name: "tag", label: "Tag", emptyLabel: "Any tag, or none", selected: data.tag },
            options: tags.map((tag) => ({ value: tag, label: tag })),
          },
        ]}
      />
      {items.length === 0 && (
        <EmptyState next={{ href: paths.officerThreads(slug), label: "See all comments" }}>
          {after ? "There are no more comments." : "There are no comments that match."}
        </EmptyState>
      )}
      {items.map(({ comment, replies }) => (
        <CommentCard key={comment.id} {...comment}>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            {marks.get(comment.threadId)?.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
            <NotesLink slug={slug} comment={comment} notes={marks.get(comment.threadId)?.notes ?? 0} />
            {replies !== null && <span className="text-muted">{countLabel(replies, "reply", "replies")}</span>}
          </p>
        </CommentCard>
      ))}
      {next && (
        <ButtonLink
          kind="secondary"
          href={`${paths.officerThreads(slug)}${threadListQueryString({ ...data, after: next })}`}
        >
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}

/** `replies`: to a thread; null for a comment that a search found. */
type ListedComment = { comment: CommentView; replies: number | null };

async function listAll(filter: ThreadFilter, sort: ThreadSort, after: ListCursor | null) {
  const { items, next } = await listThreads(filter, sort, after);
  return {
    items: items.map(({ first, replyCount }): ListedComment => ({ comment: first, replies: replyCount })),
    next,
  };
}

/** Comments and replies that have these words. */
async function findThreads(filter: ThreadFilter, searchText: string, after: ListCursor | null) {
  const { items, next } = await searchComments(filter, searchText, after);
  return { items: items.map((comment): ListedComment => ({ comment, replies: null })), next };
}

function NotesLink({ slug, comment, notes }: { slug: string; comment: CommentView; notes: number }) {
  return (
    <TextLink href={paths.officerThread(slug, comment.threadId)}>
      {notes === 0 ? "Add notes and tags" : countLabel(notes, "note")}
      <span className="sr-only">: the thread of {comment.alias}</span>
    </TextLink>
  );
}
