import { commentColumns, type ThreadView, threadsPerPage, toCommentView } from "@/lib/comments/comment.queries";
import { dailyShuffleStart, formatListCursor, type ListCursor } from "@/lib/comments/threads/thread-list.rules";
import type { ThreadSort } from "@/lib/comments/threads/thread-list.schema";
import { db } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { type Page, toPage } from "@/lib/pagination";
import type { Prisma } from "@/prisma/generated/client";
import type { Stance } from "@/prisma/generated/enums";

// Triggers maintain listed_threads: prisma/migrations/20261130000400_listed_threads.

export type ThreadFilter = {
  strategyId: string;
  sectionId?: string;
  /** Only on these sections. */
  sectionIds?: string[];
  paragraphId?: string | null;
  stance?: Stance | null;
  theme?: string | null;
  /** Under which the first comment counts. */
  lepId?: string | null;
  /** Only these threads. */
  threadIds?: string[] | null;
};

const threadColumns = {
  id: true,
  state: true,
  week: true,
  replyCount: true,
  support: true,
  comments: { where: { isReply: false }, select: commentColumns },
} as const;

/**
 * A page of 20 threads of a section or of a strategy. Each order has an index, and a page begins after the last thread
 * shown, so that new threads do not shift the pages.
 */
export async function listThreads(
  filter: ThreadFilter,
  sort: ThreadSort = "newest",
  after: ListCursor | null = null,
): Promise<Page<ThreadView>> {
  const day = after?.sort === "shuffled" ? after.day : isoDay(new Date());
  const rows: (ThreadRow & { rangeIndex: number })[] = [];
  for (const [rangeIndex, range] of cursorRanges(sort, after, day).entries()) {
    const remaining = threadsPerPage + 1 - rows.length;
    if (remaining <= 0) break;
    rows.push(...(await listThreadRows(filter, sort, range, remaining)).map((row) => ({ ...row, rangeIndex })));
  }
  return toThreadPage(rows, ({ week, support, replyCount, id, rangeIndex }) => {
    if (sort === "newest") return week && { sort, week, id };
    if (sort === "shuffled") return { sort, day, hasWrapped: rangeIndex > 0 || hasWrapped(after), id };
    return { sort, value: sort === "supported" ? support : replyCount, id };
  });
}

const hasWrapped = (after: ListCursor | null) => after?.sort === "shuffled" && after.hasWrapped;

type CursorRange = {
  id?: { gt?: string; gte?: string; lt?: string };
  week?: Date | { lt: Date };
  support?: number | { lt: number };
  replyCount?: number | { lt: number };
};

/**
 * The rest of the list as ranges of an index: first the threads equal to the last one shown, then those after it. One
 * query with OR would read all earlier pages. Shuffled: from the day's start to the last id, then from the first id to
 * the start.
 */
function cursorRanges(sort: ThreadSort, after: ListCursor | null, day: string): CursorRange[] {
  if (sort === "shuffled") {
    const start = dailyShuffleStart(day);
    if (after?.sort !== sort) return [{ id: { gte: start } }, { id: { lt: start } }];
    return after.hasWrapped ? [{ id: { gt: after.id, lt: start } }] : [{ id: { gt: after.id } }, { id: { lt: start } }];
  }
  if (after?.sort !== sort) return [{}];
  const id = { gt: after.id };
  if (after.sort === "newest") return [{ week: after.week, id }, { week: { lt: after.week } }];
  const column = after.sort === "supported" ? "support" : "replyCount";
  return [{ [column]: after.value, id }, { [column]: { lt: after.value } }];
}

const orderBySort = {
  newest: [{ week: "desc" }, { id: "asc" }],
  supported: [{ support: "desc" }, { id: "asc" }],
  discussed: [{ replyCount: "desc" }, { id: "asc" }],
  shuffled: [{ id: "asc" }],
} satisfies Record<ThreadSort, Prisma.ListedThreadOrderByWithRelationInput[]>;

/** Public threads of a range. A section implies its strategy. */
async function listThreadRows(
  filter: ThreadFilter,
  sort: ThreadSort,
  range: CursorRange,
  take: number,
): Promise<ThreadRow[]> {
  const { strategyId, sectionId, sectionIds, paragraphId, stance, theme, lepId, threadIds } = filter;
  const order = { orderBy: orderBySort[sort], take } as const;
  const condition = { ...range, AND: { week: { not: null }, ...(threadIds && { id: { in: threadIds } }) } };
  const section = sectionId ?? (sectionIds && { in: sectionIds });
  const place = {
    ...(section && { sectionId: section }),
    ...(paragraphId && { paragraphId }),
    ...(lepId && { comments: { some: { isReply: false, lepId } } }),
  };
  const [key, otherKey] = [theme && `theme:${theme}`, stance && `stance:${stance}`].filter(
    (value) => typeof value === "string",
  );
  if (!key) {
    const where = { ...condition, ...(sectionId ? {} : { strategyId }), ...place };
    return db().thread.findMany({ where, ...order, select: threadColumns });
  }
  const thread = { ...place, ...(otherKey && { listed: { some: { strategyId, key: otherKey } } }) };
  const where = { strategyId, key, ...condition, ...(Object.keys(thread).length > 0 && { thread }) };
  const rows = await db().listedThread.findMany({ where, ...order, select: { thread: { select: threadColumns } } });
  return rows.map((row) => row.thread);
}

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadColumns }>;

function toThreadPage<Row extends ThreadRow>(rows: Row[], cursor: (row: Row) => ListCursor | null): Page<ThreadView> {
  const page = toPage(rows, threadsPerPage, (last) => {
    const next = cursor(last);
    return next && formatListCursor(next);
  });
  const items = page.items.flatMap(({ comments, id, state, replyCount }) =>
    comments[0] ? [{ id, state, replyCount, first: toCommentView(comments[0]) }] : [],
  );
  return { items, next: page.next };
}

/** How many threads are on each paragraph of a section. */
export async function countThreadsByParagraph(sectionId: string): Promise<Map<string, number>> {
  const rows = await db().thread.groupBy({
    by: ["paragraphId"],
    where: { sectionId, paragraphId: { not: null }, week: { not: null } },
    _count: true,
  });
  return new Map(rows.map(({ paragraphId, _count }) => [paragraphId ?? "", _count]));
}
