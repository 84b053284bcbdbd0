import { db } from "@/lib/database/client";
import { subscribe } from "@/lib/database/listener";
import { type CaseListItem, caseListColumns, toCaseListItem } from "@/lib/moderation/queue/case-list-item.rules";
import { repAreaIds, visibleCasesWhere } from "@/lib/moderation/queue/case-visibility.rules";
import { maxExactCount } from "@/lib/moderation/queue/queue.rules";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { type Person, representedUnionIds } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import type { CaseKind } from "@/prisma/generated/enums";

export const casesPerPage = 20;

export type QueueRow = Omit<CaseListItem, "claimedById"> & { claimedBy: string | null };
/** `after` is the id of the last case shown. */
export type QueueFilter = { kind?: CaseKind; areaId?: string; after?: string | null };

/** A page of the open cases that a person may decide, the most urgent first. */
export async function listQueue(
  person: Person,
  filter: QueueFilter = {},
): Promise<{ items: QueueRow[]; next: string | null }> {
  const ids = await listPageIds(person, filter);
  const pageIds = ids.slice(0, casesPerPage);
  const found = await db().case.findMany({ where: { id: { in: pageIds } }, select: caseListColumns });
  const labels = await getAccountLabels(found.map(({ claimedById }) => claimedById));
  const items = pageIds.flatMap((id) => {
    const match = found.find((row) => row.id === id);
    if (!match) return [];
    const { claimedById, ...row } = toCaseListItem(match);
    const other = claimedById === person.accountId ? null : claimedById;
    return [{ ...row, claimedBy: other && (labels.get(other) ?? "Another rep") }];
  });
  return { items, next: ids.length > pageIds.length ? (pageIds.at(-1) ?? null) : null };
}

/** The ids of one page and one more. Reads at most that many index entries in each area. */
async function listPageIds(person: Person, { kind, areaId, after }: QueueFilter): Promise<string[]> {
  const cursor = after
    ? await db().case.findFirst({ where: { id: after, ...visibleCasesWhere(person) }, select: { dueAt: true } })
    : null;
  const afterCursorSql = cursor ? Prisma.sql`AND ("dueAt", id) > (${cursor.dueAt}, ${after})` : Prisma.empty;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM unnest(${filterAreaIds(person, areaId)}::text[]) AS area CROSS JOIN LATERAL (
      SELECT id, "dueAt" FROM cases
      WHERE "areaId" = area AND state = 'open' ${kindSql(kind)} ${decidableBySql(person)} ${afterCursorSql}
      ORDER BY "dueAt", id LIMIT ${casesPerPage + 1}
    ) c ORDER BY c."dueAt", c.id LIMIT ${casesPerPage + 1}`;
  return rows.map(({ id }) => id);
}

/**
 * Open cases that a person may decide, by kind. Counts up to `maxExactCount` + 1, so that the cost does not grow with the
 * queue.
 */
export async function countQueue(person: Person, areaId?: string): Promise<{ kind: CaseKind; count: number }[]> {
  const rows = await db().$queryRaw<{ kind: CaseKind; count: number }[]>`
    SELECT kind, waiting.count FROM unnest(enum_range(NULL::"CaseKind")) AS kind CROSS JOIN LATERAL (
      SELECT count(*)::int FROM (
        SELECT FROM unnest(${filterAreaIds(person, areaId)}::text[]) AS area CROSS JOIN LATERAL (
          SELECT FROM cases WHERE "areaId" = area AND state = 'open' AND cases.kind = kind.kind ${decidableBySql(person)}
          ORDER BY "dueAt", id -- makes PostgreSQL use the index
          LIMIT ${maxExactCount + 1}
        ) one LIMIT ${maxExactCount + 1}
      ) few
    ) waiting`;
  return rows.filter(({ count }) => count > 0);
}

function filterAreaIds(person: Person, areaId?: string): string[] {
  const areas = repAreaIds(person);
  return areaId === undefined ? areas : areas.filter((id) => id === areaId);
}

const kindSql = (kind?: CaseKind) => (kind ? Prisma.sql`AND kind = ${kind}::"CaseKind"` : Prisma.empty);

/** Leaves out cases assigned to others, and those that the person's own union wrote or decided first. */
function decidableBySql(person: Person) {
  const unions = representedUnionIds(person);
  return Prisma.sql`AND ("assignedAccountId" IS NULL OR "assignedAccountId" = ${person.accountId})
    AND ("assignedUnionId" IS NULL OR "assignedUnionId" = ANY(${unions}))
    AND ("authorUnionId" IS NULL OR "authorUnionId" <> ALL(${unions}))
    AND ("deciderUnionId" IS NULL OR "deciderUnionId" <> ALL(${unions}))`;
}

/** The bodies that a person is a rep for, by name. */
export function listRepAreas(person: Person): Promise<{ id: string; name: string }[]> {
  return db().body.findMany({
    where: { id: { in: repAreaIds(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/**
 * Calls back whenever the queue of some areas has changed, until `stop`. What changes while the connection is lost
 * shows at the next change, or when the page is loaded again.
 */
export const subscribeToQueue = (onChange: (areaIds: string[]) => void): { stop: () => Promise<void> } =>
  subscribe({ channel: "queue", onNotification: onChange });
