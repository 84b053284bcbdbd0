import type { Role } from "@/prisma/generated/enums";

export type GrantView = { role: Role; bodyId: string | null; unionId: string | null };

/** The person of a request: an account, the participant of a receipt, or a visitor. */
export type Person = {
  accountId: string | null;
  participantId: string | null;
  participantStrategyId: string | null;
  /** Staff only: how colleagues see them. */
  label: string | null;
  grants: GrantView[];
};

/** Somebody who is not signed in. They can write, and then get a receipt. */
export const visitor: Person = {
  accountId: null,
  participantId: null,
  participantStrategyId: null,
  label: null,
  grants: [],
};

/** Reps decide on comments on the strategies that the body leads. */
export const isRepFor = (person: Person, bodyId: string) => hasRole(person, "rep", { bodyId });

/** The unions for which a person is a rep. @param bodyId only of this body's area */
export const representedUnionIds = (person: Person, bodyId?: string): string[] =>
  person.grants.flatMap((grant) =>
    grant.role === "rep" && grant.unionId && (bodyId === undefined || grant.bodyId === bodyId) ? [grant.unionId] : [],
  );

/** The union for which a person is a rep of this body's area; null when they are none, or of no union. */
export const representedUnionId = (person: Person, bodyId: string): string | null =>
  person.grants.find((grant) => grant.role === "rep" && grant.bodyId === bodyId)?.unionId ?? null;

/** Officers read the body's summary and answer it. */
export const isOfficerOf = (person: Person, bodyId: string) => hasRole(person, "officer", { bodyId });

/** The bodies of which this person is an officer. */
export const officerBodyIds = (person: Person): string[] =>
  person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));

/** Union officers publish collective responses. */
export const isUnionOfficerOf = (person: Person, unionId: string) => hasRole(person, "union_officer", { unionId });

/** Union editors prepare collective responses, and so may union officers. */
export const isUnionEditorOf = (person: Person, unionId: string) =>
  hasRole(person, "union_editor", { unionId }) || isUnionOfficerOf(person, unionId);

/** Admins publish strategies, grant roles and run the service, but do not decide on comments. */
export const isAdmin = (person: Person) => hasRole(person, "admin", {});

/** Staff hold any role: they need a second step, and their sessions are shorter. */
export const isStaff = (person: Pick<Person, "grants">) => person.grants.length > 0;

/** The roles that a person holds, each once. */
export const rolesOf = (person: Person): Role[] => [...new Set(person.grants.map(({ role }) => role))];

/** Whether the person is signed in, by account or by receipt. */
export const isSignedIn = (person: Person) => person.accountId !== null || person.participantId !== null;

/** Whether a comment on this strategy needs a receipt, since nothing else would lead the person back to it. */
export const needsReceipt = (person: Person, strategyId: string) =>
  person.accountId === null && person.participantStrategyId !== strategyId;

/** Complaints are about the service, so those who run it answer them. */
export const canAnswerComplaints = (person: Person): boolean => isAdmin(person);

/** Whether they grant and end roles: admins, and the operator by a command. */
export const canGrant = (by: Person | "system") => by === "system" || isAdmin(by);

// a grant without a scope grants nothing: null never means "everywhere"
function hasRole(person: Person, role: Role, scope: { bodyId?: string; unionId?: string }): boolean {
  return person.grants.some(
    (grant) =>
      grant.role === role &&
      (scope.bodyId === undefined || grant.bodyId === scope.bodyId) &&
      (scope.unionId === undefined || grant.unionId === scope.unionId),
  );
}
