import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db } from "@/lib/database/client";
import { areasOf } from "@/lib/moderation/queue/case-visibility.rules";
import { isAdmin, type Person } from "@/lib/people/person.policy";

export const originalsPerPage = 20;
export type OriginalRow = { id: string; alias: string; areaName: string; sealedAt: Date };

const rowColumns = {
  id: true,
  sealedAt: true,
  comment: { select: { participant: { select: { alias: true, strategy: { select: { areaName: true } } } } } },
} as const;

const asRow = (found: {
  id: string;
  sealedAt: Date;
  comment: { participant: { alias: string; strategy: { areaName: string } } };
}): OriginalRow => ({
  id: found.id,
  sealedAt: found.sealedAt,
  alias: found.comment.participant.alias,
  areaName: found.comment.participant.strategy.areaName,
});

/** The sealed originals of a rep's areas, the newest first. `after` is the last one shown. */
export async function listOriginals(
  person: Person,
  after: string | null,
): Promise<{ items: OriginalRow[]; next: string | null }> {
  const areaId = { in: areasOf(person) };
  const from = after
    ? await db().sealedOriginal.findFirst({ where: { id: after, areaId }, select: { id: true, sealedAt: true } })
    : null;
  const before = from && {
    OR: [{ sealedAt: { lt: from.sealedAt } }, { sealedAt: from.sealedAt, id: { lt: from.id } }],
  };
  const rows = await db().sealedOriginal.findMany({
    where: { areaId, ...before },
    orderBy: [{ sealedAt: "desc" }, { id: "desc" }],
    take: originalsPerPage + 1,
    select: rowColumns,
  });
  const items = rows.slice(0, originalsPerPage).map(asRow);
  return { items, next: rows.length > items.length ? (items.at(-1)?.id ?? null) : null };
}

/** The originals that somebody has asked to see and that wait for a second person, who this person could be. */
export async function listWaiting(person: Person): Promise<OriginalRow[]> {
  const { accountId } = person;
  if (!accountId) return [];
  const unions = person.grants.flatMap(({ role, unionId }) => (role === "rep" && unionId ? [unionId] : []));
  const asRep = {
    original: { areaId: { in: areasOf(person) } },
    OR: [{ askedUnion: null }, { askedUnion: { notIn: unions } }],
  };
  const rows = await db().originalOpening.findMany({
    where: { answeredAt: null, askedById: { not: accountId }, ...(isAdmin(person) ? {} : asRep) },
    orderBy: { askedAt: "asc" },
    take: 50,
    select: { original: { select: rowColumns } },
  });
  return rows.map(({ original }) => asRow(original));
}

export type OpenedView = { id: string; alias: string; at: Date; why: string };

/** Whose words were opened, as their author is told. */
export async function listOpened(person: Person): Promise<OpenedView[]> {
  const ownIds = await ownParticipantIds(person);
  if (ownIds.length === 0) return [];
  const rows = await db().originalOpening.findMany({
    where: { shownAt: { not: null }, original: { comment: { participantId: { in: ownIds } } } },
    orderBy: { shownAt: "desc" },
    take: 20,
    select: {
      id: true,
      why: true,
      shownAt: true,
      original: { select: { comment: { select: { participant: { select: { alias: true } } } } } },
    },
  });
  return rows.flatMap(({ id, why, shownAt, original }) =>
    shownAt ? [{ id, alias: original.comment.participant.alias, at: shownAt, why }] : [],
  );
}
