import { isAdmin, isUnionOfficerOf, type Person } from "@/lib/people/person.policy";

/** The parts of "body:west-midlands". */
export function splitScope(scope: string): { kind: "body" | "union"; id: string } {
  const [kind, id = ""] = scope.split(":");
  return { kind: kind === "union" ? "union" : "body", id };
}

/** Whether a person names whom the reps of an area or a union call: admins everywhere, union officers for their union. */
export function canSetContact(person: Person, scope: string): boolean {
  const { kind, id } = splitScope(scope);
  return isAdmin(person) || (kind === "union" && isUnionOfficerOf(person, id));
}
