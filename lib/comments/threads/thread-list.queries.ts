import { z } from "zod";
import { type Page, type ThreadView, threadsPerPage, view, viewColumns } from "@/lib/comments/comment.queries";
import { cursorTextOf, type ListCursor, shuffleStart } from "@/lib/comments/threads/thread-list.rules";
import type { Sort } from "@/lib/comments/threads/thread-list.schema";
import { db } from "@/lib/database/client";
import { dayOf } from "@/lib/security/rate-limit";
import type { Prisma } from "@/prisma/generated/client";
import type { Stance } from "@/prisma/generated/enums";

export type Choice = {
  strategyId: string;
  sectionId?: string;
  /** Only on these parts of the strategy. */
  sectionIds?: string[];
  paragraphId?: string | null;
  stance?: Stance | null;
  theme?: string | null;
};

const threadColumns = {
  id: true,
  state: true,
  week: true,
  replyCount: true,
  support: true,
  comments: { where: { isReply: false }, select: viewColumns },
} as const;

/**
 * A page of 20 threads of a section or a whole strategy, in this order. Each order is that of an index, and a page
 * goes on from the last one shown, so that what comes meanwhile moves nothing.
 */
export async function listThreads(
  choice: Choice,
  sort: Sort = "newest",
  after: ListCursor | null = null,
): Promise<Page<ThreadView>> {
  const day = after?.sort === "shuffled" ? after.day : dayOf(new Date());
  const rows: (ThreadRow & { stretch: number })[] = [];
  for (const [stretch, within] of stretchesOf(sort, after, day).entries()) {
    const left = threadsPerPage + 1 - rows.length;
    if (left > 0) rows.push(...(await read(choice, sort, within, left)).map((row) => ({ ...row, stretch })));
  }
  return pageOf(rows, ({ week, support, replyCount, id, stretch }) => {
    if (sort === "newest") return week && { sort, week, id };
    if (sort === "shuffled") return { sort, day, isRound: stretch > 0 || isRound(after), id };
    return { sort, figure: sort === "supported" ? support : replyCount, id };
  });
}

const isRound = (after: ListCursor | null) => after?.sort === "shuffled" && after.isRound;

type Stretch = {
  id?: { gt?: string; gte?: string; lt?: string };
  week?: Date | { lt: Date };
  support?: number | { lt: number };
  replyCount?: number | { lt: number };
};

/**
 * What is left to read, in stretches that an index each begins where it is asked to: first those like the last one
 * shown, then those beyond. In one question with "or", a late page would go through all the earlier ones. Shuffled, from
 * the day's start to the last id, then from the first id to the start.
 */
function stretchesOf(sort: Sort, after: ListCursor | null, day: string): Stretch[] {
  if (sort === "shuffled") {
    const start = shuffleStart(day);
    if (after?.sort !== sort) return [{ id: { gte: start } }, { id: { lt: start } }];
    return after.isRound ? [{ id: { gt: after.id, lt: start } }] : [{ id: { gt: after.id } }, { id: { lt: start } }];
  }
  if (after?.sort !== sort) return [{}];
  const id = { gt: after.id };
  if (after.sort === "newest") return [{ week: after.week, id }, { week: { lt: after.week } }];
  const column = after.sort === "supported" ? "support" : "replyCount";
  return [{ [column]: after.figure, id }, { [column]: { lt: after.figure } }];
}

const orders = {
  newest: [{ week: "desc" }, { id: "asc" }],
  supported: [{ support: "desc" }, { id: "asc" }],
  discussed: [{ replyCount: "desc" }, { id: "asc" }],
  shuffled: [{ id: "asc" }],
} satisfies Record<Sort, Prisma.ListedThreadOrderByWithRelationInput[]>;

/** The threads that anybody may see, of this choice. A section alone names the strategy. */
async function read(choice: Choice, sort: Sort, within: Stretch, take: number): Promise<ThreadRow[]> {
  const { strategyId, sectionId, sectionIds, paragraphId, stance, theme } = choice;
  const how = { orderBy: orders[sort], take } as const;
  const stretch = { ...within, AND: { week: { not: null } } };
  const section = sectionId ?? (sectionIds && { in: sectionIds });
  const place = { ...(section && { sectionId: section }), ...(paragraphId && { paragraphId }) };
  const [key, other] = [theme && `theme:${theme}`, stance && `stance:${stance}`].filter(
    (one) => typeof one === "string",
  );
  if (!key) {
    const where = { ...stretch, ...(sectionId ? {} : { strategyId }), ...place };
    return db().thread.findMany({ where, ...how, select: threadColumns });
  }
  const thread = { ...place, ...(other && { listed: { some: { strategyId, key: other } } }) };
  const where = { strategyId, key, ...stretch, ...(Object.keys(thread).length > 0 && { thread }) };
  const rows = await db().listedThread.findMany({ where, ...how, select: { thread: { select: threadColumns } } });
  return rows.map((row) => row.thread);
}

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadColumns }>;

function pageOf<Row extends ThreadRow>(rows: Row[], cursor: (row: Row) => ListCursor | null): Page<ThreadView> {
  const shown = rows.slice(0, threadsPerPage);
  const items = shown.flatMap(({ comments, id, state, replyCount }) =>
    comments[0] ? [{ id, state, replyCount, first: view(comments[0]) }] : [],
  );
  const last = shown.at(-1);
  const next = last && rows.length > shown.length ? cursor(last) : null;
  return { items, next: next && cursorTextOf(next) };
}

const unlisted = z.object({ id: z.string(), key: z.string() });

/** Threads listed under a theme or stance that should not be, or not as they are sorted; empty when all agree. */
export async function verifyListed(): Promise<z.infer<typeof unlisted>[]> {
  const rows = await db().$queryRaw`
    WITH counted AS (
      SELECT t."strategyId", key, t.id, t.week, t."replyCount", t.support
      FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply" AND c.state = 'published',
        keys_of_first_comment(c.id, c.stance) key
    ), kept AS (SELECT "strategyId", key, id, week, "replyCount", support FROM listed_threads)
    SELECT DISTINCT id, key FROM (
      (TABLE counted EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE counted)
    ) differ ORDER BY id, key`;
  return z.array(unlisted).parse(rows);
}

/** How many threads are on each paragraph of a section. */
export async function countOnParagraphs(sectionId: string): Promise<Map<string, number>> {
  const rows = await db().thread.groupBy({
    by: ["paragraphId"],
    where: { sectionId, paragraphId: { not: null }, week: { not: null } },
    _count: true,
  });
  return new Map(rows.map(({ paragraphId, _count }) => [paragraphId ?? "", _count]));
}
