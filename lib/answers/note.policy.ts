import { isOfficerOf, type Person } from "@/lib/people/person.policy";

/** Notes and tags of a body are for its officers alone: to write, to read and to take away. */
export const canManageNotes = (person: Person, bodyId: string) => isOfficerOf(person, bodyId);
