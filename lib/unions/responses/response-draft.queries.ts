import { db, type Tx } from "@/lib/database/client";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { isUnionOfficerOf, type Person } from "@/lib/people/person.policy";
import { draftableUnionIds, type PublicationReadiness } from "@/lib/unions/responses/collective-response.policy";
import { type Mandate, mandateText, openingPartKey } from "@/lib/unions/responses/mandate.rules";
import { listOrphanedParts, type OrphanedPart } from "@/lib/unions/responses/orphaned-part.queries";
import type { Phase } from "@/prisma/generated/enums";

const visibleToWhere = (person: Person) => ({ unionId: { in: draftableUnionIds(person) } });

export const listOwnUnions = (person: Person) =>
  db().union.findMany({
    where: { id: { in: draftableUnionIds(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });

export type OwnResponse = { id: string; areaName: string; unionName: string; branch: string; revision: number };

/** The responses that a person may work on, by area and branch, at most 200. */
export async function listOwnResponses(person: Person): Promise<OwnResponse[]> {
  const rows = await db().collectiveResponse.findMany({
    where: visibleToWhere(person),
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

export type PartHeading = { partKey: string; title: string };

export type DraftPart = PartHeading & {
  text: string;
  version: number;
  editedBy: string | null;
  editedById: string | null;
};

export type ResponseDraft = {
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
  /** Texts on sections that the newest version does not have. */
  orphanedParts: OrphanedPart[];
  mandate: (Mandate & { version: number; editedBy: string }) | null;
  readiness: PublicationReadiness;
  /** Whether the person is an officer of the union; `readiness` decides whether they may publish now. */
  isPublisher: boolean;
};

/** A draft with all its parts. Null when it does not exist or the person may not see it. */
export async function getResponseDraft(person: Person, id: string, tx: Tx = db()): Promise<ResponseDraft | null> {
  const row = await tx.collectiveResponse.findFirst({
    where: { id, ...visibleToWhere(person) },
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
  const labels = await getAccountLabels(
    [...parts, ...(mandate ? [mandate] : [])].map(({ editedById }) => editedById),
    tx,
  );
  const headings = await listPartHeadings(row.strategyId, tx);
  const draftParts = headings.map(({ partKey, title }) => {
    const part = parts.find((candidate) => candidate.partKey === partKey);
    const editedBy = part ? (labels.get(part.editedById) ?? null) : null;
    return {
      partKey,
      title,
      text: part?.text ?? "",
      version: part?.version ?? 0,
      editedBy,
      editedById: part?.editedById ?? null,
    };
  });
  const publishedText = (partKey: string) => last?.parts.find((part) => part.partKey === partKey)?.text ?? "";
  const changed = draftParts.flatMap(({ partKey, text, editedById }) =>
    editedById && text !== publishedText(partKey) ? [editedById] : [],
  );
  const isNewMandate = mandate && (!last || mandateText(mandate) !== mandateText(last));
  return {
    ...own,
    areaName: strategy.areaName,
    strategy,
    unionName: union.name,
    parts: draftParts,
    orphanedParts: await listOrphanedParts(tx, parts, headings),
    mandate: mandate && { ...mandate, editedBy: labels.get(mandate.editedById) ?? "a colleague" },
    isPublisher: isUnionOfficerOf(person, row.unionId),
    readiness: {
      unionId: row.unionId,
      hasMandate: mandate !== null,
      hasText: draftParts.some(({ text }) => text.trim() !== ""),
      changedBy: [...new Set([...changed, ...(isNewMandate ? [mandate.editedById] : [])])],
      isAmendment: last !== null,
    },
  };
}

/** The opening, then the sections of the newest published version. */
export async function listPartHeadings(strategyId: string, tx: Tx = db()): Promise<PartHeading[]> {
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
    partKey: section.id,
    title: `${section.number}. ${title}`,
  }));
  return [{ partKey: openingPartKey, title: "On the whole strategy" }, ...sections];
}

export type ConflictingEdit = { id: string; text: string; by: string };

/** The newest five texts that were not saved to this part because a colleague had saved first. */
export async function listConflictingEdits(responseId: string, partKey: string): Promise<ConflictingEdit[]> {
  const rows = await db().responseEdit.findMany({
    where: { responseId, partKey, isConflicting: true },
    orderBy: { editedAt: "desc" },
    take: 5,
    select: { id: true, text: true, editedById: true },
  });
  const labels = await getAccountLabels(rows.map(({ editedById }) => editedById));
  return rows.map(({ editedById, ...row }) => ({ ...row, by: labels.get(editedById) ?? "a colleague" }));
}
