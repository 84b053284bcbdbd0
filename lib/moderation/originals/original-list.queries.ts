import { db } from "@/lib/database/client";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { type Page, toPage } from "@/lib/pagination";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { isAdmin, type Person, representedUnionIds } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";

export const originalsPerPage = 20;
export type OriginalRow = { id: string; alias: string; areaName: string; sealedAt: Date };

const rowColumns = {
  id: true,
  sealedAt: true,
  comment: { select: { participant: { select: { alias: true, strategy: { select: { areaName: true } } } } } },
} as const;

const toOriginalRow = (found: {
  id: string;
  sealedAt: Date;
  comment: { participant: { alias: string; strategy: { areaName: string } } };
}): OriginalRow => ({
  id: found.id,
  sealedAt: found.sealedAt,
  alias: found.comment.participant.alias,
  areaName: found.comment.participant.strategy.areaName,
});

/** A page of the sealed originals of a rep's areas, newest first. @param after the id of the last one shown */
export async function listOriginals(person: Person, after: string | null): Promise<Page<OriginalRow>> {
  const areaId = { in: repAreaIds(person) };
  const cursor = after
    ? await db().sealedOriginal.findFirst({ where: { id: after, areaId }, select: { id: true, sealedAt: true } })
    : null;
  const beforeCursor = cursor && {
    OR: [{ sealedAt: { lt: cursor.sealedAt } }, { sealedAt: cursor.sealedAt, id: { lt: cursor.id } }],
  };
  const rows = await db().sealedOriginal.findMany({
    where: { areaId, ...beforeCursor },
    orderBy: [{ sealedAt: "desc" }, { id: "desc" }],
    take: originalsPerPage + 1,
    select: rowColumns,
  });
  return toPage(rows.map(toOriginalRow), originalsPerPage, ({ id }) => id);
}

/** The originals with a pending request that this person may decide; 50 at most, oldest request first. */
export async function listRequestsToDecide(person: Person): Promise<OriginalRow[]> {
  const { accountId } = person;
  if (!accountId) return [];
  const asRep = {
    original: { areaId: { in: repAreaIds(person) } },
    OR: [{ requesterUnionId: null }, { requesterUnionId: { notIn: representedUnionIds(person) } }],
  };
  const rows = await db().originalAccessRequest.findMany({
    where: { decidedAt: null, requestedById: { not: accountId }, ...(isAdmin(person) ? {} : asRep) },
    orderBy: { requestedAt: "asc" },
    take: 50,
    select: { original: { select: rowColumns } },
  });
  return rows.map(({ original }) => toOriginalRow(original));
}

/** How many requests this person may decide; 51 means more than 50. */
export const requestsToDecideSql = (person: Person): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int FROM (
    SELECT FROM original_access_requests r JOIN sealed_originals o ON o.id = r."originalId"
    WHERE r."decidedAt" IS NULL AND r."requestedById" <> ${person.accountId}
      AND (${isAdmin(person)} OR o."areaId" = ANY(${repAreaIds(person)})
        AND (r."requesterUnionId" IS NULL OR r."requesterUnionId" <> ALL(${representedUnionIds(person)})))
    LIMIT 51
  ) few`;

export type ViewedOriginal = { id: string; alias: string; viewedAt: Date; reason: string };

/** A person's own originals that were opened, newest first; 20 at most. */
export async function listViewedOriginals(person: Person): Promise<ViewedOriginal[]> {
  const ownIds = await listOwnParticipantIds(person);
  if (ownIds.length === 0) return [];
  const rows = await db().originalAccessRequest.findMany({
    where: { viewedAt: { not: null }, original: { comment: { participantId: { in: ownIds } } } },
    orderBy: { viewedAt: "desc" },
    take: 20,
    select: {
      id: true,
      reason: true,
      viewedAt: true,
      original: { select: { comment: { select: { participant: { select: { alias: true } } } } } },
    },
  });
  return rows.flatMap(({ id, reason, viewedAt, original }) =>
    viewedAt ? [{ id, alias: original.comment.participant.alias, viewedAt, reason }] : [],
  );
}
