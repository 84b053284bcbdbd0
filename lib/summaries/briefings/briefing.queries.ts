import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { isOfficerOf, officerBodyIds, type Person } from "@/lib/people/person.policy";
import { canShareBriefing, canUseBriefing } from "@/lib/summaries/briefings/briefing.policy";
import type { BriefingRemarks } from "@/lib/summaries/briefings/briefing.rules";
import type { BriefingInput } from "@/lib/summaries/briefings/briefing.schema";
import type { PaperPart } from "@/lib/summaries/overview/paper-parts.rules";

export type BriefingView = BriefingInput & {
  id: string;
  lepId: string;
  /** Of the body whose officers wrote it. */
  bodyTitle: string;
  version: number;
  author: string;
  editedBy: string;
  editedOn: Date;
  canShare: boolean;
};

/** A briefing that this person may use; null for any other. */
export async function getBriefing(person: Person, id: string): Promise<BriefingView | null> {
  const row = await db().briefing.findUnique({
    where: { id },
    include: { body: { select: { name: true, kind: { select: { short: true } } } } },
  });
  if (!row || !canUseBriefing(person, row)) return null;
  const labels = await getAccountLabels([row.authorId, row.editedById]);
  const { lepId, title, isShared, version, editedOn } = row;
  return {
    ...{ id, lepId, title, isShared, version, editedOn },
    parts: row.parts as PaperPart[],
    remarks: row.remarks as BriefingRemarks,
    bodyTitle: bodyTitle(row.body),
    author: labels.get(row.authorId) ?? "a colleague",
    editedBy: labels.get(row.editedById) ?? "a colleague",
    canShare: canShareBriefing(person, row),
  };
}

/** The title of a body for whose officers this person may write a briefing; null for any other. */
export async function findBriefingBody(person: Person, bodyId: string): Promise<string | null> {
  if (!isOfficerOf(person, bodyId)) return null;
  const body = await db().body.findUnique({
    where: { id: bodyId },
    select: { name: true, kind: { select: { short: true } } },
  });
  return body && bodyTitle(body);
}

export type BriefingListItem = {
  id: string;
  title: string;
  lepName: string;
  editedBy: string;
  editedOn: Date;
  isShared: boolean;
};

/** The briefings that this person may use, newest change first. */
export async function listBriefings(person: Person): Promise<BriefingListItem[]> {
  const rows = await db().briefing.findMany({
    where: { bodyId: { in: officerBodyIds(person) }, OR: [{ isShared: true }, { authorId: person.accountId ?? "" }] },
    orderBy: [{ editedOn: "desc" }, { title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      isShared: true,
      editedById: true,
      editedOn: true,
      lep: { select: { name: true } },
    },
  });
  const labels = await getAccountLabels(rows.map(({ editedById }) => editedById));
  return rows.map(({ editedById, lep, ...row }) => ({
    ...row,
    lepName: lep.name,
    editedBy: labels.get(editedById) ?? "a colleague",
  }));
}
