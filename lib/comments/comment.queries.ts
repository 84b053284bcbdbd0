import { formatCommentCursor } from "@/lib/comments/comment.rules";
import type { CommentCursor } from "@/lib/comments/comment.schema";
import { db } from "@/lib/database/client";
import { type Page, toPage } from "@/lib/pagination";
import type { CommentState, Stance } from "@/prisma/generated/enums";

/** A comment as everybody sees it. A tombstone has no text, stance or themes. */
export type CommentView = {
  id: string;
  threadId: string;
  isReply: boolean;
  alias: string;
  /** held: it was published, and is hidden for a time because of a report of illegal content, or until the next edition. */
  state: "published" | "held" | "removed" | "withdrawn";
  text: string;
  isRedacted: boolean;
  stance: Stance | null;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
  themes: { id: string; name: string }[];
  lep: string | null;
  source: "participant" | "meeting_record" | "import";
  /** Recorded for somebody in the days of grace after the strategy closed. */
  isRecordedLate: boolean;
  agrees: number;
  disagrees: number;
  passes: number;
};

export type ThreadView = { id: string; state: "open" | "locked" | "archived"; replyCount: number; first: CommentView };

export const threadsPerPage = 20;
export const repliesPerPage = 49; // with the first comment, fifty

// public: published comments, and tombstones of those that were published. Only an edition sets the week
const publicStates: CommentState[] = ["published", "held", "ready", "removed", "withdrawn"];
const publicFilter = { state: { in: publicStates }, week: { not: null } };

/** The columns of a CommentView. */
export const commentColumns = {
  id: true,
  threadId: true,
  isReply: true,
  state: true,
  text: true,
  isRedacted: true,
  stance: true,
  week: true,
  source: true,
  isRecordedLate: true,
  agrees: true,
  disagrees: true,
  passes: true,
  participant: { select: { alias: true } },
  themes: { select: { theme: { select: { id: true, name: true } } }, orderBy: { theme: { position: "asc" } } },
  lep: { select: { name: true } },
} as const;

type CommentRow = Omit<CommentView, "alias" | "state" | "week" | "themes" | "lep"> & {
  state: CommentState;
  week: Date | null;
  participant: { alias: string };
  themes: { theme: { id: string; name: string } }[];
  lep: { name: string } | null;
};

/** The public view of a row with `commentColumns`. */
export function toCommentView({ participant, themes, lep, week, state, ...row }: CommentRow): CommentView {
  const isPublished = state === "published";
  return {
    ...row,
    state: (state === "ready" ? "held" : state) as CommentView["state"],
    alias: participant.alias,
    text: isPublished ? row.text : "",
    stance: isPublished ? row.stance : null,
    themes: isPublished ? themes.map(({ theme }) => theme) : [],
    week: week?.toISOString().slice(0, 10) ?? "",
    lep: lep?.name ?? null,
  };
}

export type ThreadPage = Omit<ThreadView, "replyCount"> & {
  strategyId: string;
  section: { number: number };
  /** The paragraph that the thread is on, if any. */
  paragraphId: string | null;
  replies: Page<CommentView> & { isFirstPage: boolean };
};

/**
 * A thread with its first comment and a page of replies, oldest week first. Null when it is not public.
 * @param from a cursor, or the id of a reply that the page is to hold; null for the first page
 */
export async function getThread(
  slug: string,
  id: string,
  from: CommentCursor | { reply: string } | null,
): Promise<ThreadPage | null> {
  const after = from && "reply" in from ? await findCursorBefore(id, from.reply) : from;
  const thread = await db().thread.findFirst({
    where: { id, strategyId: slug, week: { not: null } },
    select: {
      id: true,
      state: true,
      strategyId: true,
      section: { select: { number: true } },
      paragraphId: true,
      comments: { where: { isReply: false, ...publicFilter }, select: commentColumns },
    },
  });
  const first = thread?.comments[0];
  if (!thread || !first) return null;
  const rows = await db().comment.findMany({
    where: {
      threadId: id,
      isReply: true,
      ...publicFilter,
      ...(after && { OR: [{ week: { gt: after.week } }, { week: after.week, id: { gt: after.id } }] }),
    },
    orderBy: [{ week: "asc" }, { id: "asc" }],
    take: repliesPerPage + 1,
    select: commentColumns,
  });
  const { items, next } = toPage(rows, repliesPerPage, cursorOfRow);
  const { comments, ...rest } = thread;
  return {
    ...rest,
    first: toCommentView(first),
    replies: { items: items.map(toCommentView), next, isFirstPage: after === null },
  };
}

/** The cursor of the page of replies that holds a reply; null for the first page, and for what is no reply here. */
async function findCursorBefore(threadId: string, reply: string): Promise<CommentCursor | null> {
  const rows = await db().$queryRaw<CommentCursor[]>`
    WITH replies AS (
      SELECT id, week, row_number() OVER (ORDER BY week, id) - 1 AS position
      FROM comments WHERE "threadId" = ${threadId} AND "isReply" AND week IS NOT NULL AND state::text = ANY(${publicStates})
    )
    SELECT previous.week, previous.id FROM replies target
    JOIN replies previous ON previous.position = target.position / ${repliesPerPage}::int * ${repliesPerPage}::int - 1
    WHERE target.id = ${reply}`;
  return rows[0] ?? null;
}

/** A page of published comments of a strategy (or under a LEP), newest week first. */
export async function listPublishedComments(
  scope: { strategyId: string } | { lepId: string },
  after: CommentCursor | null,
  take: number,
): Promise<Page<CommentView & { strategyId: string; sectionNumber: number }>> {
  const rows = await db().comment.findMany({
    where: { ...scope, state: "published", ...(after && afterCursorFilter(after)) },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take: take + 1,
    select: { ...commentColumns, strategyId: true, thread: { select: { section: { select: { number: true } } } } },
  });
  const { items, next } = toPage(rows, take, cursorOfRow);
  return {
    items: items.map(({ strategyId, thread, ...row }) => ({
      ...toCommentView(row),
      strategyId,
      sectionNumber: thread.section.number,
    })),
    next,
  };
}

const cursorOfRow = ({ week, id }: { week: Date | null; id: string }) => week && formatCommentCursor(week, id);

const afterCursorFilter = (after: CommentCursor) => ({
  OR: [{ week: { lt: after.week } }, { week: after.week, id: { gt: after.id } }],
});
