import { isAdmin, isOfficerOf, isUnionOfficerOf, type Person } from "@/lib/people/person.policy";

/** `unionIds`: the unions whose reps read the comments on the strategy. */
export type ModeratedStrategy = { leadBodyId: string; unionIds: readonly string[] };

/**
 * Whether a person chooses when reps read the comments on a strategy: officers of the unions whose reps read them, and
 * admins. Never an officer of its lead body, whatever other roles they have: they must not choose what is published
 * unread.
 */
export const canChooseMode = (person: Person, { leadBodyId, unionIds }: ModeratedStrategy): boolean =>
  !isOfficerOf(person, leadBodyId) && (isAdmin(person) || unionIds.some((union) => isUnionOfficerOf(person, union)));
