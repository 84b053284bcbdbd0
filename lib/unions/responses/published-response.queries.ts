import { db } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import type { Mandate } from "@/lib/unions/responses/mandate.rules";
import { listPartHeadings, type PartHeading } from "@/lib/unions/responses/response-draft.queries";
import type { MandateMethod } from "@/prisma/generated/enums";

export const responsesPerPage = 20;

export type PublishedResponseItem = {
  id: string;
  unionName: string;
  branch: string;
  revision: number;
  covers: string;
  consulted: number;
  tookPart: number;
  method: MandateMethod;
  minority: string;
  week: Date;
};

/** A page of a strategy's published responses, ordered by random id so that no union is favoured. */
export async function listPublishedResponses(
  strategyId: string,
  after: string | null,
): Promise<{ items: PublishedResponseItem[]; next: string | null }> {
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
        select: { covers: true, consulted: true, tookPart: true, method: true, minority: true, publishedAt: true },
      },
    },
  });
  const items = rows.slice(0, responsesPerPage).flatMap(({ union, revisions, ...row }) => {
    const newest = revisions[0];
    if (!newest) return [];
    const { publishedAt, ...mandate } = newest;
    return [{ ...row, ...mandate, unionName: union.name, week: startOfWeek(publishedAt) }];
  });
  return { items, next: rows.length > responsesPerPage ? (items.at(-1)?.id ?? null) : null };
}

export type PublishedResponse = {
  id: string;
  strategyId: string;
  areaName: string;
  unionId: string;
  unionName: string;
  branch: string;
  /** Of the revision shown. */
  number: number;
  newest: number;
  week: Date;
  why: string | null;
  mandate: Mandate;
  parts: (PartHeading & { text: string })[];
  revisions: { number: number; week: Date; why: string | null }[];
};

/** A published response in its newest revision, or in the one of this number. Null when there is none. */
export async function getPublishedResponse(
  strategyId: string,
  id: string,
  number?: number,
): Promise<PublishedResponse | null> {
  const row = await db().collectiveResponse.findFirst({
    where: { id, strategyId, revision: { gt: 0 } },
    select: {
      revision: true,
      branch: true,
      union: { select: { id: true, name: true } },
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
  const headings = await listPartHeadings(strategyId);
  const { parts, why, publishedAt, ...mandate } = found;
  return {
    id,
    strategyId,
    areaName: row.strategy.areaName,
    unionId: row.union.id,
    unionName: row.union.name,
    branch: row.branch,
    number: found.number,
    newest: row.revision,
    week: startOfWeek(publishedAt),
    why,
    mandate,
    parts: sortParts(parts, headings),
    revisions: row.revisions.map(({ publishedAt: revisedAt, ...revision }) => ({
      ...revision,
      week: startOfWeek(revisedAt),
    })),
  };
}

/** In the order of the strategy's sections; texts on removed sections come last. */
function sortParts(parts: { partKey: string; text: string }[], headings: PartHeading[]) {
  const known = headings.flatMap((heading) => {
    const part = parts.find((candidate) => candidate.partKey === heading.partKey);
    return part ? [{ ...heading, text: part.text }] : [];
  });
  const gone = parts.filter(({ partKey }) => !headings.some((heading) => heading.partKey === partKey));
  return [
    ...known,
    ...gone.map(({ partKey, text }) => ({ partKey, text, title: "On a section that is no longer there" })),
  ];
}
