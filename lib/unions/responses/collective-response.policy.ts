import { isUnionEditorOf, isUnionOfficerOf, type Person } from "@/lib/people/person.policy";

/** Whether a person may see a draft and write in it: editors and officers of its union. */
export function canDraftResponse(person: Person, response: { unionId: string }): boolean {
  return person.accountId !== null && isUnionEditorOf(person, response.unionId);
}

/** The unions whose drafts a person may see. */
export const draftableUnionIds = (person: Person): string[] => [
  ...new Set(
    person.grants.flatMap(({ unionId }) => (unionId && canDraftResponse(person, { unionId }) ? [unionId] : [])),
  ),
];

/** What a publication is judged by. */
export type PublicationReadiness = {
  unionId: string;
  hasMandate: boolean;
  hasText: boolean;
  /** Who last touched each part, or the mandate, that is not as it was published. */
  changedBy: string[];
  isAmendment: boolean;
};

/**
 * Why a person may not publish the draft now; null when they may. Two people stand behind every word: nobody
 * publishes a part that they were the last to touch.
 */
export function whyCannotPublishResponse(person: Person, draft: PublicationReadiness): string | null {
  if (!person.accountId || !isUnionOfficerOf(person, draft.unionId)) return "An officer of your union publishes it.";
  if (!draft.hasMandate) return "Fill in the mandate first: for whom the union speaks, and how you know.";
  if (!draft.hasText) return "Write at least one part first.";
  if (draft.changedBy.length === 0) return "This is as it was published. There is nothing to publish.";
  if (draft.changedBy.includes(person.accountId)) {
    return "You were the last to change some of this, so a second person of your union reads and publishes it.";
  }
  return null;
}
