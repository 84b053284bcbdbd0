import { z } from "zod";
import { db } from "@/lib/database/client";
import { subscribe } from "@/lib/database/listener";
import { daysToDecide } from "@/lib/moderation/queue/case.rules";
import { type CaseListItem, toCaseListItem } from "@/lib/moderation/queue/case-list-item.rules";
import { repAreaIds, visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import type { QueueFilter } from "@/lib/moderation/queue/queue-filter.schema";
import { type Person, representedUnionIds } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import { CaseKind, CaseLane, CommentState } from "@/prisma/generated/enums";

export const casesPerPage = 20;

export type QueueRow = Omit<CaseListItem, "claimedById"> & {
  lane: CaseLane;
  /** Another rep who has claimed it. */
  claimedBy: string | null;
  hits: { start: number; end: number }[];
  /** The reasons of its reports, each once. */
  reportReasons: string[];
  /** Other open cases of this kind with the same text. */
  duplicateCount: number;
};

const queueRow = z.object({
  id: z.string(),
  kind: z.enum(CaseKind),
  lane: z.enum(CaseLane),
  strategyId: z.string(),
  areaName: z.string(),
  sectionTitle: z.string(),
  alias: z.string(),
  text: z.string(),
  openedAt: z.date(),
  dueAt: z.date(),
  commentState: z.enum(CommentState),
  version: z.number(),
  isDistressing: z.boolean(),
  isAtRisk: z.boolean(),
  claimedById: z.string().nullable(),
  claimedUntil: z.date().nullable(),
  claimedBy: z.string().nullable(),
  hits: z.array(z.object({ check: z.string(), start: z.number(), end: z.number() })),
  reportReasons: z.array(z.string()),
  duplicateCount: z.number(),
});

/**
 * A page of the open cases that a person may decide, the most urgent first unless the filter orders them otherwise: in
 * one statement. @param after the id of the last case shown
 */
export async function listQueue(
  person: Person,
  filter: QueueFilter = {},
  after: string | null = null,
): Promise<{ items: QueueRow[]; next: string | null }> {
  const order = sorts[filter.sort ?? "urgent"];
  const rows = await db().$queryRaw`
    WITH page AS (
      SELECT c.id FROM unnest(${filterAreaIds(person, filter.area)}::text[]) AS area CROSS JOIN LATERAL (
        SELECT k.id, k.lane, k.kind, k."dueAt", k."openedAt" FROM cases k
        WHERE k."areaId" = area AND k.state = 'open' ${decidableBySql(person)} ${filterSql(person, filter)}
          ${after ? await afterSql(person, after, order) : Prisma.empty}
        ORDER BY ${orderSql(order, "k")} LIMIT ${casesPerPage + 1}
      ) c ORDER BY ${orderSql(order, "c")} LIMIT ${casesPerPage + 1}
    )
    SELECT k.id, k.kind, k.lane, k."strategyId", s."areaName", ${sectionTitleSql} AS "sectionTitle", p.alias,
      coalesce(r.text, '') AS text, k."openedAt", k."dueAt", c.state AS "commentState", c.version, k."isDistressing",
      k."isAtRisk", k."claimedById", k."claimedUntil", coalesce(a.label, 'Another rep') AS "claimedBy",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('check', h."check", 'start', h.start, 'end', h."end")
        ORDER BY h.start), '[]') FROM check_hits h WHERE h."caseId" = k.id) AS hits,
      (SELECT coalesce(jsonb_agg(DISTINCT o.reason), '[]') FROM reports o WHERE o."caseId" = k.id) AS "reportReasons",
      (SELECT count(*)::int FROM (
        SELECT FROM cases o WHERE o."strategyId" = k."strategyId" AND o."normalisedTextHash" = k."normalisedTextHash"
          AND o.state = 'open' AND o.kind = k.kind AND o.id <> k.id LIMIT 100
      ) few) AS "duplicateCount"
    FROM page JOIN cases k ON k.id = page.id JOIN strategies s ON s.id = k."strategyId"
    JOIN comments c ON c.id = k."commentId" JOIN participants p ON p.id = c."participantId"
    JOIN threads t ON t.id = c."threadId"
    LEFT JOIN revisions r ON r."commentId" = c.id AND r.number = k.revision
    LEFT JOIN accounts a ON a.id = k."claimedById"
    ORDER BY ${orderSql(order, "k")}`;
  const found = z.array(queueRow).parse(rows);
  const items = found.slice(0, casesPerPage).map((row) => {
    const { claimedById, ...item } = toCaseListItem(row);
    const isClaimed = claimedById !== null && claimedById !== person.accountId;
    const { lane, hits, reportReasons, duplicateCount } = row;
    return { ...item, lane, hits, reportReasons, duplicateCount, claimedBy: isClaimed ? row.claimedBy : null };
  });
  return { items, next: found.length > casesPerPage ? (items.at(-1)?.id ?? null) : null };
}

/** The case that comes first in a filter, without the one that was just decided; null when none is left. */
export async function findNextCase(person: Person, filter: QueueFilter, decidedId: string): Promise<string | null> {
  if (filter.state === "decided") return null;
  const { items } = await listQueue(person, filter);
  return items.find(({ id, claimedBy }) => id !== decidedId && claimedBy === null)?.id ?? null;
}

/** The title of the section of thread `t` in the newest version that has it. */
export const sectionTitleSql = Prisma.sql`coalesce((
  SELECT sv.title FROM version_sections sv JOIN versions n ON n.id = sv."versionId"
  WHERE sv."sectionId" = t."sectionId" ORDER BY n.number DESC LIMIT 1), '')`;

/** Second looks have no time of arrival, which would show when somebody decided: all of a day count as equal. */
const arrival = (table: string) =>
  Prisma.raw(
    `(CASE ${table}.kind WHEN 'second_look' THEN ${table}."dueAt" - interval '${daysToDecide.second_look} days' ELSE ${table}."openedAt" END)`,
  );

/** By what the cases of a table are ordered: the same keys compare them with the last one shown. */
type Order = { keys: (table: string) => Prisma.Sql[]; isDescending?: true };

const columns = (table: string, ...names: string[]) => names.map((name) => Prisma.raw(`${table}.${name}`));
const byArrival = (table: string) => [arrival(table), ...columns(table, "id")];

const sorts: Record<NonNullable<QueueFilter["sort"]>, Order> = {
  urgent: { keys: (table) => columns(table, "lane", '"dueAt"', "id") },
  oldest: { keys: byArrival },
  newest: { keys: byArrival, isDescending: true },
};

const orderSql = ({ keys, isDescending }: Order, table: string) =>
  Prisma.join(keys(table).map((key) => (isDescending ? Prisma.sql`${key} DESC` : key)));

/** Only cases after one in this order; all of them if there is no such case. */
async function afterSql(person: Person, after: string, { keys, isDescending }: Order): Promise<Prisma.Sql> {
  const cursor = await db().case.findFirst({
    where: { id: after, ...visibleCasesWhere(person) },
    select: { id: true },
  });
  if (!cursor) return Prisma.empty;
  const compare = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`AND (${Prisma.join(keys("k"))}) ${compare} (SELECT ${Prisma.join(keys("last"))} FROM cases last WHERE last.id = ${after})`;
}

export function filterAreaIds(person: Person, area?: string): string[] {
  const areas = repAreaIds(person);
  return area === undefined ? areas : areas.filter((id) => id === area);
}

const isUnclaimed = Prisma.sql`(k."claimedById" IS NULL OR k."claimedUntil" < (now() AT TIME ZONE 'UTC'))`;
const hours = (count: number) => Prisma.raw(`(now() AT TIME ZONE 'UTC') - interval '${count} hours'`);

const ageSql: Record<NonNullable<QueueFilter["age"]>, Prisma.Sql> = {
  today: Prisma.sql`AND k."dueAt" < (now() AT TIME ZONE 'UTC') + interval '24 hours'`,
  day: Prisma.sql`AND ${arrival("k")} < ${hours(24)}`,
  "three-days": Prisma.sql`AND ${arrival("k")} < ${hours(72)}`,
  late: Prisma.sql`AND k."dueAt" < (now() AT TIME ZONE 'UTC')`,
};

function stateSql(person: Person, state: QueueFilter["state"]): Prisma.Sql {
  if (state === "free") return Prisma.sql`AND ${isUnclaimed}`;
  if (state === "mine") return Prisma.sql`AND k."claimedById" = ${person.accountId} AND NOT ${isUnclaimed}`;
  if (state === "passed") return Prisma.sql`AND (k."assignedAccountId" IS NOT NULL OR k."assignedUnionId" IS NOT NULL)`; // to them: see decidableBySql
  return Prisma.empty;
}

/** What a filter asks of the case `k`, apart from its area. */
function filterSql(person: Person, { kind, section, check, age, union, state, q }: QueueFilter): Prisma.Sql {
  const pattern = q && `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return Prisma.join(
    [
      kind ? Prisma.sql`AND k.kind = ${kind}::"CaseKind"` : Prisma.empty,
      age ? ageSql[age] : Prisma.empty,
      stateSql(person, state),
      union ? Prisma.sql`AND (k."authorUnionId" = ${union} OR k."assignedUnionId" = ${union})` : Prisma.empty,
      check
        ? Prisma.sql`AND EXISTS (SELECT FROM check_hits h WHERE h."caseId" = k.id AND h."check" = ${check})`
        : Prisma.empty,
      section
        ? Prisma.sql`AND EXISTS (
            SELECT FROM comments c JOIN threads t ON t.id = c."threadId"
            WHERE c.id = k."commentId" AND t."sectionId" = ${section})`
        : Prisma.empty,
      pattern
        ? Prisma.sql`AND EXISTS (
            SELECT FROM comments c JOIN participants p ON p.id = c."participantId"
            LEFT JOIN revisions r ON r."commentId" = c.id AND r.number = k.revision
            WHERE c.id = k."commentId" AND (r.text ILIKE ${pattern} OR p.alias ILIKE ${pattern}))`
        : Prisma.empty,
    ],
    " ",
  );
}

/** Leaves out cases `k` assigned to others, and those that the person's own union wrote or decided first. */
export function decidableBySql(person: Person): Prisma.Sql {
  const unions = representedUnionIds(person);
  return Prisma.sql`AND (k."assignedAccountId" IS NULL OR k."assignedAccountId" = ${person.accountId})
    AND (k."assignedUnionId" IS NULL OR k."assignedUnionId" = ANY(${unions}))
    AND (k."authorUnionId" IS NULL OR k."authorUnionId" <> ALL(${unions}))
    AND (k."deciderUnionId" IS NULL OR k."deciderUnionId" <> ALL(${unions}))`;
}

/**
 * Calls back whenever the queue of some areas has changed, until `stop`. What changes while the connection is lost
 * shows at the next change, or when the page is loaded again.
 */
export const subscribeToQueue = (onChange: (areaIds: string[]) => void): { stop: () => Promise<void> } =>
  subscribe({ channel: "queue", onNotification: onChange });
