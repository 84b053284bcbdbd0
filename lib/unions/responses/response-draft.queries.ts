import { db, type Tx } from "@/lib/database/client";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import { isUnionOfficerOf, type Person } from "@/lib/people/person.policy";
import { canDraft, type Readiness } from "@/lib/unions/responses/collective-response.policy";
import { type Mandate, mandateText, opening } from "@/lib/unions/responses/mandate.rules";
import { type LeftPart, listLeft } from "@/lib/unions/responses/orphaned-part.queries";
import type { Phase } from "@/prisma/generated/enums";

/** The unions whose drafts a person may see. */
export const unionsOf = (person: Person): string[] => [
  ...new Set(person.grants.flatMap(({ unionId }) => (unionId && canDraft(person, { unionId }) ? [unionId] : []))),
];

const visibleTo = (person: Person) => ({ unionId: { in: unionsOf(person) } });

export const getOwnUnions = (person: Person) =>
  db().union.findMany({
    where: { id: { in: unionsOf(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });

export type OwnResponse = { id: string; areaName: string; unionName: string; branch: string; revision: number };

/** The responses that a person may work on, by area. A union has one for each strategy and branch. */
export async function listOwnResponses(person: Person): Promise<OwnResponse[]> {
  const rows = await db().collectiveResponse.findMany({
    where: visibleTo(person),
    orderBy: [{ strategy: { areaName: "asc" } }, { branch: "asc" }],
    take: 200,
    select: {
      id: true,
      branch: true,
      revision: true,
      strategy: { select: { areaName: true } },
      union: { select: { name: true } },
    },
  });
  return rows.map(({ strategy, union, ...row }) => ({ ...row, areaName: strategy.areaName, unionName: union.name }));
}

export type Place = { place: string; title: string };

export type DraftPart = Place & { text: string; version: number; editedBy: string | null; editedById: string | null };

export type Draft = {
  id: string;
  strategyId: string;
  areaName: string;
  strategy: { phase: Phase; closesAt: Date | null };
  unionId: string;
  unionName: string;
  branch: string;
  version: number;
  revision: number;
  parts: DraftPart[];
  /** Words on parts that the newest version has no more. */
  left: LeftPart[];
  mandate: (Mandate & { version: number; editedBy: string }) | null;
  readiness: Readiness;
  /** Whether this person sees the button at all; the policy says when it may be pressed. */
  isPublisher: boolean;
};

/** A draft as it stands. Null when it is not there, or not this person's to see. */
export async function getDraft(person: Person, id: string, tx: Tx = db()): Promise<Draft | null> {
  const row = await tx.collectiveResponse.findFirst({
    where: { id, ...visibleTo(person) },
    include: {
      parts: true,
      mandate: true,
      strategy: { select: { areaName: true, phase: true, closesAt: true } },
      union: { select: { name: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, include: { parts: true } },
    },
  });
  if (!row) return null;
  const { parts, mandate, strategy, union, revisions, ...own } = row;
  const last = revisions[0] ?? null;
  const labels = await labelsOf(
    [...parts, ...(mandate ? [mandate] : [])].map(({ editedById }) => editedById),
    tx,
  );
  const places = await listPlaces(row.strategyId, tx);
  const drafted = places.map(({ place, title }) => {
    const part = parts.find((candidate) => candidate.place === place);
    const editedBy = part ? (labels.get(part.editedById) ?? null) : null;
    return {
      place,
      title,
      text: part?.text ?? "",
      version: part?.version ?? 0,
      editedBy,
      editedById: part?.editedById ?? null,
    };
  });
  const before = (place: string) => last?.parts.find((part) => part.place === place)?.text ?? "";
  const changed = drafted.flatMap(({ place, text, editedById }) =>
    editedById && text !== before(place) ? [editedById] : [],
  );
  const isNewMandate = mandate && (!last || mandateText(mandate) !== mandateText(last));
  return {
    ...own,
    areaName: strategy.areaName,
    strategy,
    unionName: union.name,
    parts: drafted,
    left: await listLeft(tx, parts, places),
    mandate: mandate && { ...mandate, editedBy: labels.get(mandate.editedById) ?? "a colleague" },
    isPublisher: isUnionOfficerOf(person, row.unionId),
    readiness: {
      unionId: row.unionId,
      hasMandate: mandate !== null,
      hasWords: drafted.some(({ text }) => text.trim() !== ""),
      changedBy: [...new Set([...changed, ...(isNewMandate ? [mandate.editedById] : [])])],
      isAmendment: last !== null,
    },
  };
}

/** The opening, then the sections of the newest published version. */
export async function listPlaces(strategyId: string, tx: Tx = db()): Promise<Place[]> {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      sections: {
        orderBy: { position: "asc" },
        select: { title: true, section: { select: { id: true, number: true } } },
      },
    },
  });
  const sections = (version?.sections ?? []).map(({ title, section }) => ({
    place: section.id,
    title: `${section.number}. ${title}`,
  }));
  return [{ place: opening, title: "On the whole strategy" }, ...sections];
}

export type KeptAside = { id: string; text: string; by: string };

/** The newest texts that came second in one place, so that their words can still be used. */
export async function listKeptAside(responseId: string, place: string): Promise<KeptAside[]> {
  const rows = await db().responseEdit.findMany({
    where: { responseId, place, isAside: true },
    orderBy: { at: "desc" },
    take: 5,
    select: { id: true, text: true, byId: true },
  });
  const labels = await labelsOf(rows.map(({ byId }) => byId));
  return rows.map(({ byId, ...row }) => ({ ...row, by: labels.get(byId) ?? "a colleague" }));
}
