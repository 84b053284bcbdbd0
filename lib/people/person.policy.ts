import type { Role } from "@/prisma/generated/enums";

export type GrantView = { role: Role; bodyId: string | null; unionId: string | null };

/** Whoever asks: signed in by account, back by receipt as one participant, or neither. */
export type Person = {
  accountId: string | null;
  participantId: string | null;
  participantStrategyId: string | null;
  /** Staff only: how colleagues see them. */
  label: string | null;
  grants: GrantView[];
};

/** Somebody of whom we know nothing: may read what is public, and write with a new receipt. */
export const visitor: Person = {
  accountId: null,
  participantId: null,
  participantStrategyId: null,
  label: null,
  grants: [],
};

/** Decides on comments on the strategies that this body leads. */
export const isRepFor = (person: Person, bodyId: string) => hasRole(person, "rep", { bodyId });

/** The union for which a person is a rep of this body's area; null when they are none, or of no union. */
export const representedUnionId = (person: Person, bodyId: string): string | null =>
  person.grants.find((grant) => grant.role === "rep" && grant.bodyId === bodyId)?.unionId ?? null;

/** Reads the body's summary and answers it. */
export const isOfficerOf = (person: Person, bodyId: string) => hasRole(person, "officer", { bodyId });

/** Sends collective responses for this union. */
export const isUnionOfficerOf = (person: Person, unionId: string) => hasRole(person, "union_officer", { unionId });

/** Prepares what an officer of this union sends; an officer may do so too. */
export const isUnionEditorOf = (person: Person, unionId: string) =>
  hasRole(person, "union_editor", { unionId }) || isUnionOfficerOf(person, unionId);

/** Publishes strategies, grants roles, runs the service. Gives no say over comments. */
export const isAdmin = (person: Person) => hasRole(person, "admin", {});

/** Holds any role: shorter sessions, more proof. */
export const isStaff = (person: Pick<Person, "grants">) => person.grants.length > 0;

/** The different roles that a person holds. */
export const rolesOf = (person: Person): Role[] => [...new Set(person.grants.map(({ role }) => role))];

/** Whether anything of their own can be kept for this person: an account, or one participant. */
export const isSignedIn = (person: Person) => person.accountId !== null || person.participantId !== null;

/** Whether a comment of theirs on this strategy needs a receipt, for nothing else would bring them back to it. */
export const needsReceipt = (person: Person, strategyId: string) =>
  person.accountId === null && person.participantStrategyId !== strategyId;

/** Complaints are about the service, so those who run it answer them. */
export const canAnswerComplaints = (person: Person): boolean => isAdmin(person);

/** Only an admin, or the service itself by a command of its operator, gives and ends roles. */
export const canGrant = (by: Person | "system") => by === "system" || isAdmin(by);

// a role without its scope is no role: null is never "everywhere"
function hasRole(person: Person, role: Role, scope: { bodyId?: string; unionId?: string }): boolean {
  return person.grants.some(
    (grant) =>
      grant.role === role &&
      (scope.bodyId === undefined || grant.bodyId === scope.bodyId) &&
      (scope.unionId === undefined || grant.unionId === scope.unionId),
  );
}
