import { cursorText } from "@/lib/comments/comment.rules";
import type { Cursor } from "@/lib/comments/comment.schema";
import { db, type Tx } from "@/lib/database/client";
import type { CommentState, Stance } from "@/prisma/generated/enums";

/** A comment as everybody sees it. A tombstone has no text, stance or themes. */
export type CommentView = {
  id: string;
  threadId: string;
  isReply: boolean;
  alias: string;
  /** held: it was published, and a report of illegal content took it off its page for a time. */
  state: "published" | "held" | "removed" | "withdrawn";
  text: string;
  isRedacted: boolean;
  stance: Stance | null;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
  themes: { id: string; name: string }[];
  lep: string | null;
  source: "participant" | "meeting_record" | "import";
  agrees: number;
  disagrees: number;
  passes: number;
};

export type ThreadView = { id: string; state: "open" | "locked" | "archived"; replyCount: number; first: CommentView };
export type Page<Item> = { items: Item[]; next: string | null };

export const threadsPerPage = 20;
export const repliesPerPage = 49; // with the first comment, fifty

// what anybody may see: published, and the tombstones of what was
const shownStates: CommentState[] = ["published", "held", "removed", "withdrawn"];
const visibleToAll = { state: { in: shownStates }, week: { not: null } };

/** What a view is made of. */
export const viewColumns = {
  id: true,
  threadId: true,
  isReply: true,
  state: true,
  text: true,
  isRedacted: true,
  stance: true,
  week: true,
  source: true,
  agrees: true,
  disagrees: true,
  passes: true,
  participant: { select: { alias: true } },
  themes: { select: { theme: { select: { id: true, name: true } } }, orderBy: { theme: { position: "asc" } } },
  lep: { select: { name: true } },
} as const;

type Row = Omit<CommentView, "alias" | "state" | "week" | "themes" | "lep"> & {
  state: CommentState;
  week: Date | null;
  participant: { alias: string };
  themes: { theme: { id: string; name: string } }[];
  lep: { name: string } | null;
};

/** A comment as everybody sees it, of its row. */
export function view({ participant, themes, lep, week, state, ...row }: Row): CommentView {
  const isThere = state === "published";
  return {
    ...row,
    state: state as CommentView["state"],
    alias: participant.alias,
    text: isThere ? row.text : "",
    stance: isThere ? row.stance : null,
    themes: isThere ? themes.map(({ theme }) => theme) : [],
    week: week?.toISOString().slice(0, 10) ?? "",
    lep: lep?.name ?? null,
  };
}

export type ThreadPage = Omit<ThreadView, "replyCount"> & {
  strategyId: string;
  section: { number: number };
  /** The one that it is on, when it is on one. */
  paragraphId: string | null;
  replies: Page<CommentView>;
};

/** A thread with its first comment and a page of replies, oldest week first. Null when it is not there to be seen. */
export async function getThread(slug: string, id: string, after: Cursor | null): Promise<ThreadPage | null> {
  const thread = await db().thread.findFirst({
    where: { id, strategyId: slug, week: { not: null } },
    select: {
      id: true,
      state: true,
      strategyId: true,
      section: { select: { number: true } },
      paragraphId: true,
      comments: { where: { isReply: false, ...visibleToAll }, select: viewColumns },
    },
  });
  const first = thread?.comments[0];
  if (!thread || !first) return null;
  const rows = await db().comment.findMany({
    where: {
      threadId: id,
      isReply: true,
      ...visibleToAll,
      ...(after && { OR: [{ week: { gt: after.week } }, { week: after.week, id: { gt: after.id } }] }),
    },
    orderBy: [{ week: "asc" }, { id: "asc" }],
    take: repliesPerPage + 1,
    select: viewColumns,
  });
  const shown = rows.slice(0, repliesPerPage);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last?.week ? cursorText(last.week, last.id) : null;
  const { comments, ...facts } = thread;
  return { ...facts, first: view(first), replies: { items: shown.map(view), next } };
}

/** A page of published comments of a strategy (or under a LEP), newest week first. */
export async function listPublishedComments(
  of: { strategyId: string } | { lepId: string },
  after: Cursor | null,
  take: number,
): Promise<Page<CommentView & { strategyId: string; sectionNumber: number }>> {
  const rows = await db().comment.findMany({
    where: { ...of, state: "published", ...(after && afterCursor(after)) },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take: take + 1,
    select: { ...viewColumns, strategyId: true, thread: { select: { section: { select: { number: true } } } } },
  });
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  return {
    items: shown.map(({ strategyId, thread, ...row }) => ({
      ...view(row),
      strategyId,
      sectionNumber: thread.section.number,
    })),
    next: rows.length > shown.length && last?.week ? cursorText(last.week, last.id) : null,
  };
}

const afterCursor = (after: Cursor) => ({
  OR: [{ week: { lt: after.week } }, { week: after.week, id: { gt: after.id } }],
});

/** The foundation that a section has in the newest published version. */
export async function foundationOf(strategyId: string, sectionId: string, tx: Tx): Promise<string | null> {
  const section = await tx.versionSection.findFirst({
    where: { sectionId, version: { strategyId, publishedAt: { not: null } } },
    orderBy: { version: { number: "desc" } },
    select: { foundationId: true },
  });
  return section?.foundationId ?? null;
}
