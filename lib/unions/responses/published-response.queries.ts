import { db } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import type { Mandate } from "@/lib/unions/responses/mandate.rules";
import { listPlaces, type Place } from "@/lib/unions/responses/response-draft.queries";
import type { MandateMethod } from "@/prisma/generated/enums";

export const responsesPerPage = 20;

export type ResponseItem = {
  id: string;
  unionName: string;
  branch: string;
  revision: number;
  covers: string;
  asked: number;
  tookPart: number;
  method: MandateMethod;
  minority: string;
  week: Date;
};

/** A page of a strategy's published collective responses. Their order is that of random ids: no union comes first. */
export async function listResponses(
  strategyId: string,
  after: string | null,
): Promise<{ items: ResponseItem[]; next: string | null }> {
  const rows = await db().collectiveResponse.findMany({
    where: { strategyId, revision: { gt: 0 }, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: responsesPerPage + 1,
    select: {
      id: true,
      branch: true,
      revision: true,
      union: { select: { name: true } },
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { covers: true, asked: true, tookPart: true, method: true, minority: true, publishedAt: true },
      },
    },
  });
  const items = rows.slice(0, responsesPerPage).flatMap(({ union, revisions, ...row }) => {
    const newest = revisions[0];
    if (!newest) return [];
    const { publishedAt, ...mandate } = newest;
    return [{ ...row, ...mandate, unionName: union.name, week: weekOf(publishedAt) }];
  });
  return { items, next: rows.length > responsesPerPage ? (items.at(-1)?.id ?? null) : null };
}

export type PublishedResponse = {
  id: string;
  strategyId: string;
  areaName: string;
  unionName: string;
  branch: string;
  /** Of the revision shown. */
  number: number;
  newest: number;
  week: Date;
  why: string | null;
  mandate: Mandate;
  parts: (Place & { text: string })[];
  revisions: { number: number; week: Date; why: string | null }[];
};

/** A published response, its newest revision or an older one. Null when it is not there. */
export async function getResponse(strategyId: string, id: string, number?: number): Promise<PublishedResponse | null> {
  const row = await db().collectiveResponse.findFirst({
    where: { id, strategyId, revision: { gt: 0 } },
    select: {
      revision: true,
      branch: true,
      union: { select: { name: true } },
      strategy: { select: { areaName: true } },
      revisions: { orderBy: { number: "desc" }, select: { number: true, publishedAt: true, why: true } },
    },
  });
  if (!row) return null;
  const found = await db().responseRevision.findUnique({
    where: { responseId_number: { responseId: id, number: number ?? row.revision } },
    include: { parts: true },
  });
  if (!found) return null;
  const places = await listPlaces(strategyId);
  const { parts, why, publishedAt, ...mandate } = found;
  return {
    id,
    strategyId,
    areaName: row.strategy.areaName,
    unionName: row.union.name,
    branch: row.branch,
    number: found.number,
    newest: row.revision,
    week: weekOf(publishedAt),
    why,
    mandate,
    parts: inOrder(parts, places),
    revisions: row.revisions.map(({ publishedAt: at, ...revision }) => ({ ...revision, week: weekOf(at) })),
  };
}

/** In the strategy's order; what was said of a section that is gone comes last. */
function inOrder(parts: { place: string; text: string }[], places: Place[]) {
  const known = places.flatMap((place) => {
    const part = parts.find((candidate) => candidate.place === place.place);
    return part ? [{ ...place, text: part.text }] : [];
  });
  const gone = parts.filter(({ place }) => !places.some((candidate) => candidate.place === place));
  return [...known, ...gone.map(({ place, text }) => ({ place, text, title: "On a section that is no longer there" }))];
}
