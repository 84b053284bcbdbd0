import type { Person } from "@/lib/people/person.policy";

/** The bodies that a person is a rep for. */
export function repAreaIds(person: Person): string[] {
  const ids = person.grants.flatMap(({ role, bodyId }) => (role === "rep" && bodyId !== null ? [bodyId] : []));
  return [...new Set(ids)];
}

/** The cases that a person may see: those of strategies led by the bodies they are a rep for, and those passed there. */
export function visibleCasesWhere(person: Person) {
  const areas = { in: repAreaIds(person) };
  return { OR: [{ areaId: areas }, { strategy: { leadBodyId: areas } }] };
}
