import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { getNoteSummaries } from "@/lib/answers/note.queries";
import { getOfficerStrategy } from "@/lib/answers/officer-strategy.queries";
import { requireAccount } from "@/lib/auth/require-person";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { parseListCursor } from "@/lib/comments/threads/thread-list.rules";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Comments, notes and tags" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ after?: string | string[] }> };

export default async function OfficerThreadsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after } = await searchParams;
  const person = await requireAccount(paths.officerThreads(slug));
  const strategy = await getOfficerStrategy(person, slug);
  const cursor = typeof after === "string" ? parseListCursor("newest", after) : null;
  if (!strategy || (after !== undefined && !cursor)) notFound();
  const { items, next } = await listThreads({ strategyId: slug }, "newest", cursor);
  const ids = items.map(({ id }) => id);
  const marks = await getNoteSummaries(person, strategy.bodyId, ids);
  return (
    <Page title="Comments, notes and tags" lead={`${strategy.areaName}. Only officers of your body can see the notes.`}>
      {items.length === 0 && (
        <EmptyState next={{ href: paths.strategy(slug), label: "Go to the strategy" }}>
          Nothing is published yet.
        </EmptyState>
      )}
      {items.map(({ id, first, replyCount }) => {
        const { tags = [], notes = 0 } = marks.get(id) ?? {};
        return (
          <CommentCard key={id} {...first}>
            <p className="mt-2 flex flex-wrap items-center gap-3">
              {tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
              <TextLink href={paths.officerThread(slug, id)}>
                {notes === 0 ? "Add notes and tags" : countLabel(notes, "note")}
                <span className="sr-only">: the thread of {first.alias}</span>
              </TextLink>
              <span className="text-muted">{countLabel(replyCount, "reply", "replies")}</span>
            </p>
          </CommentCard>
        );
      })}
      {next && (
        <ButtonLink kind="secondary" href={`${paths.officerThreads(slug)}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
    </Page>
  );
}
