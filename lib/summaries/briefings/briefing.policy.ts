import { isOfficerOf, type Person } from "@/lib/people/person.policy";

export type BriefingFacts = { bodyId: string; authorId: string; isShared: boolean };

/** Officers of the body, once its author shares it; until then its author alone. They read, change and delete it. */
export const canUseBriefing = (person: Person, { bodyId, authorId, isShared }: BriefingFacts): boolean =>
  isOfficerOf(person, bodyId) && (isShared || authorId === person.accountId);

/** Only its author decides who else sees it: a colleague would hide it from everybody else. */
export const canShareBriefing = (person: Person, briefing: BriefingFacts): boolean =>
  canUseBriefing(person, briefing) && briefing.authorId === person.accountId;
