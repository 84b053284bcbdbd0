import type { Person } from "@/lib/people/person.policy";

/** The ids of the bodies that a person is a rep for. */
export function repAreaIds(person: Person): string[] {
  const ids = person.grants.flatMap(({ role, bodyId }) => (role === "rep" && bodyId !== null ? [bodyId] : []));
  return [...new Set(ids)];
}

/** Selects the cases that `canSeeCase` allows: of strategies led by a body they are a rep for, or reassigned to one. */
export function visibleCasesWhere(person: Person) {
  const areas = { in: repAreaIds(person) };
  return { OR: [{ areaId: areas }, { strategy: { leadBodyId: areas } }] };
}
