import { type DraftPlace, placeOf, placeText } from "@/lib/comments/drafts/draft.rules";
import { type DraftValues, draftValues } from "@/lib/comments/drafts/draft.schema";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash, unseal } from "@/lib/security/encryption";

export type DraftView = { version: number; values: DraftValues };

/** How a person's drafts in one strategy are found; null for whom we keep none, since nobody could give it back. */
export function draftOwner(person: Person, strategyId: string) {
  const id = person.accountId ?? (person.participantStrategyId === strategyId ? person.participantId : null);
  return id === null ? null : keyedHash("draft", `${id}|${strategyId}`);
}

/** The same for every strategy. */
export async function draftOwners(person: Person) {
  if (!person.accountId && !person.participantId) return [];
  const strategies = await db().strategy.findMany({ select: { id: true } });
  return strategies.map(({ id }) => draftOwner(person, id)).filter((owner) => owner !== null);
}

/** What a person began to write in a place; null when nothing. */
export async function getDraft(person: Person, strategyId: string, place: DraftPlace): Promise<DraftView | null> {
  const ownerIndex = draftOwner(person, strategyId);
  if (!ownerIndex) return null;
  const found = await db().draft.findUnique({
    where: { ownerIndex_place: { ownerIndex, place: placeText(place) } },
    select: { version: true, sealed: true },
  });
  return found && { version: found.version, values: opened(found.sealed) };
}

export type OwnDraft = { id: string; strategyId: string; areaName: string; place: DraftPlace; text: string };

/** All that a person began to write and has not sent. */
export async function listDrafts(person: Person): Promise<OwnDraft[]> {
  const rows = await db().draft.findMany({
    where: { ownerIndex: { in: await draftOwners(person) } },
    orderBy: [{ strategyId: "asc" }, { place: "asc" }],
    select: { id: true, strategyId: true, place: true, sealed: true, strategy: { select: { areaName: true } } },
  });
  return rows.flatMap(({ id, strategyId, strategy, place: text, sealed }) => {
    const place = placeOf(text);
    return place ? [{ id, strategyId, areaName: strategy.areaName, place, text: opened(sealed).text }] : [];
  });
}

const opened = (sealed: Uint8Array) => draftValues.parse(JSON.parse(unseal("draft", sealed)));
