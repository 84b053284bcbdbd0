import { isUnionEditorOf, isUnionOfficerOf, type Person } from "@/lib/people/person.policy";

/** Editors and officers of a response's union see its draft and write in it. */
export function canDraftResponse(person: Person, response: { unionId: string }): boolean {
  return person.accountId !== null && isUnionEditorOf(person, response.unionId);
}

/** The unions whose drafts a person may see. */
export const draftableUnionIds = (person: Person): string[] => [
  ...new Set(
    person.grants.flatMap(({ unionId }) => (unionId && canDraftResponse(person, { unionId }) ? [unionId] : [])),
  ),
];

/** What decides whether a draft can be published. */
export type PublicationReadiness = {
  unionId: string;
  hasMandate: boolean;
  hasText: boolean;
  /** The accounts that last changed each part, and the mandate, that differs from what is published. */
  changedBy: string[];
  isAmendment: boolean;
};

/**
 * Why a person may not publish the draft now; null when they may. A response always has two people behind it: nobody
 * publishes a part that they changed last.
 */
export function whyCannotPublishResponse(person: Person, draft: PublicationReadiness): string | null {
  if (!person.accountId || !isUnionOfficerOf(person, draft.unionId)) return "An officer of your union publishes it.";
  if (!draft.hasMandate) return "Fill in the mandate first: who the union speaks for, and how you know.";
  if (!draft.hasText) return "Write at least one section first.";
  if (draft.changedBy.length === 0) return "Nothing has changed since it was published.";
  if (draft.changedBy.includes(person.accountId)) {
    return "You were the last to change some of this, so a second person in your union must read and publish it.";
  }
  return null;
}
