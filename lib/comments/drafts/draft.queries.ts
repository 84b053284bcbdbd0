import { type DraftPlace, formatDraftPlace, parseDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { type DraftValues, draftValues } from "@/lib/comments/drafts/draft.schema";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash } from "@/lib/security/encryption";
import { unsealFrom } from "@/lib/security/sealed-columns";

export type DraftView = { version: number; values: DraftValues };

/** The key of a person's drafts in one strategy; null for visitors, to whom we could not give a draft back. */
export function draftOwnerIndex(person: Person, strategyId: string) {
  const id = person.accountId ?? (person.participantStrategyId === strategyId ? person.participantId : null);
  return id === null ? null : keyedHash("draft", `${id}|${strategyId}`);
}

/** The same for every strategy. */
export async function listDraftOwnerIndexes(person: Person) {
  if (!person.accountId && !person.participantId) return [];
  const strategies = await db().strategy.findMany({ select: { id: true } });
  return strategies.map(({ id }) => draftOwnerIndex(person, id)).filter((owner) => owner !== null);
}

/** A person's draft in a place; null when there is none. */
export async function getDraft(person: Person, strategyId: string, place: DraftPlace): Promise<DraftView | null> {
  const ownerIndex = draftOwnerIndex(person, strategyId);
  if (!ownerIndex) return null;
  const row = { ownerIndex, place: formatDraftPlace(place) };
  const draft = await db().draft.findUnique({
    where: { ownerIndex_place: row },
    select: { version: true, sealed: true },
  });
  return draft && { version: draft.version, values: unsealDraftValues({ ...row, sealed: draft.sealed }) };
}

export type OwnDraft = { id: string; strategyId: string; areaName: string; place: DraftPlace; text: string };

/** All drafts of a person. */
export async function listOwnDrafts(person: Person): Promise<OwnDraft[]> {
  const rows = await db().draft.findMany({
    where: { ownerIndex: { in: await listDraftOwnerIndexes(person) } },
    orderBy: [{ strategyId: "asc" }, { place: "asc" }],
    select: {
      id: true,
      strategyId: true,
      ownerIndex: true,
      place: true,
      sealed: true,
      strategy: { select: { areaName: true } },
    },
  });
  return rows.flatMap(({ id, strategyId, strategy, ...row }) => {
    const place = parseDraftPlace(row.place);
    return place ? [{ id, strategyId, areaName: strategy.areaName, place, text: unsealDraftValues(row).text }] : [];
  });
}

type DraftRow = { ownerIndex: Uint8Array; place: string };

/** What the values of a draft are bound to, so that they cannot be given to another owner. */
export const draftRowKey = ({ ownerIndex, place }: DraftRow) => `${Buffer.from(ownerIndex).toString("hex")}|${place}`;

const unsealDraftValues = ({ sealed, ...row }: DraftRow & { sealed: Uint8Array }) =>
  draftValues.parse(JSON.parse(unsealFrom("drafts.sealed", draftRowKey(row), sealed)));
