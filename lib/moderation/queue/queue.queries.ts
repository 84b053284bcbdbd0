import { db } from "@/lib/database/client";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import { type CaseRow, caseColumns, caseRow } from "@/lib/moderation/queue/case-list-item.rules";
import { areasOf, visibleTo } from "@/lib/moderation/queue/case-visibility.rules";
import { countsTo } from "@/lib/moderation/queue/queue.rules";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import type { CaseKind } from "@/prisma/generated/enums";

export const casesPerPage = 20;

export type QueueRow = Omit<CaseRow, "claimedById"> & { claimedBy: string | null };
/** What of the queue is shown. `after` is the id of the last case shown. */
export type QueueFilter = { kind?: CaseKind; areaId?: string; after?: string | null };

/** A page of the open cases of a person's areas that are theirs to decide, the most urgent first. */
export async function listQueue(
  person: Person,
  filter: QueueFilter = {},
): Promise<{ items: QueueRow[]; next: string | null }> {
  const ids = await listIds(person, filter);
  const shown = ids.slice(0, casesPerPage);
  const found = await db().case.findMany({ where: { id: { in: shown } }, select: caseColumns });
  const labels = await labelsOf(found.map(({ claimedById }) => claimedById));
  const items = shown.flatMap((id) => {
    const one = found.find((row) => row.id === id);
    if (!one) return [];
    const { claimedById, ...row } = caseRow(one);
    const other = claimedById === person.accountId ? null : claimedById;
    return [{ ...row, claimedBy: other && (labels.get(other) ?? "Another rep") }];
  });
  return { items, next: ids.length > shown.length ? (shown.at(-1) ?? null) : null };
}

/** The ids of one page and one more: an index scan of so many rows in each area, however many wait. */
async function listIds(person: Person, { kind, areaId, after }: QueueFilter): Promise<string[]> {
  const from = after
    ? await db().case.findFirst({ where: { id: after, ...visibleTo(person) }, select: { dueAt: true } })
    : null;
  const beyond = from ? Prisma.sql`AND ("dueAt", id) > (${from.dueAt}, ${after})` : Prisma.empty;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM unnest(${areasShown(person, areaId)}::text[]) AS area CROSS JOIN LATERAL (
      SELECT id, "dueAt" FROM cases
      WHERE "areaId" = area AND state = 'open' ${ofKind(kind)} ${isFor(person)} ${beyond}
      ORDER BY "dueAt", id LIMIT ${casesPerPage + 1}
    ) c ORDER BY c."dueAt", c.id LIMIT ${casesPerPage + 1}`;
  return rows.map(({ id }) => id);
}

/**
 * How many cases wait in a person's areas, by kind: counted over the index each time, up to one more than `countsTo`,
 * so that the page costs the same however many there are.
 */
export async function countQueue(person: Person, areaId?: string): Promise<{ kind: CaseKind; count: number }[]> {
  const rows = await db().$queryRaw<{ kind: CaseKind; count: number }[]>`
    SELECT kind, waiting.count FROM unnest(enum_range(NULL::"CaseKind")) AS kind CROSS JOIN LATERAL (
      SELECT count(*)::int FROM (
        SELECT FROM unnest(${areasShown(person, areaId)}::text[]) AS area CROSS JOIN LATERAL (
          SELECT FROM cases WHERE "areaId" = area AND state = 'open' AND cases.kind = kind.kind ${isFor(person)}
          ORDER BY "dueAt", id -- so that the index is walked, and never the table
          LIMIT ${countsTo + 1}
        ) one LIMIT ${countsTo + 1}
      ) few
    ) waiting`;
  return rows.filter(({ count }) => count > 0);
}

function areasShown(person: Person, areaId?: string): string[] {
  const areas = areasOf(person);
  return areaId === undefined ? areas : areas.filter((id) => id === areaId);
}

const ofKind = (kind?: CaseKind) => (kind ? Prisma.sql`AND kind = ${kind}::"CaseKind"` : Prisma.empty);

/** Not what was passed to a rep or a union that this person is not, nor what their own union wrote or decided first. */
function isFor(person: Person) {
  const unions = person.grants.flatMap(({ role, unionId }) => (role === "rep" && unionId ? [unionId] : []));
  return Prisma.sql`AND ("toAccountId" IS NULL OR "toAccountId" = ${person.accountId})
    AND ("toUnionId" IS NULL OR "toUnionId" = ANY(${unions}))
    AND ("ofUnionId" IS NULL OR "ofUnionId" <> ALL(${unions}))
    AND ("firstUnionId" IS NULL OR "firstUnionId" <> ALL(${unions}))`;
}

/** The names of a person's areas. */
export function listAreas(person: Person): Promise<{ id: string; name: string }[]> {
  return db().body.findMany({
    where: { id: { in: areasOf(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
