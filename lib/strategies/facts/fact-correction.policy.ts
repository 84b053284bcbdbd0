import { isAdmin, isUnionEditorOf, type Person, representedUnionIds } from "@/lib/people/person.policy";

/**
 * For which body or union somebody may correct a fact: officers for their body, and people of unions for theirs; null for
 * everybody else. An officer of the area's own bodies speaks for that one.
 */
export function correctsFor(
  person: Person,
  areaBodyIds: readonly string[],
): { bodyId: string } | { unionId: string } | null {
  const bodies = person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));
  const own = bodies.find((id) => areaBodyIds.includes(id)) ?? bodies[0];
  if (own) return { bodyId: own };
  const unions = person.grants.flatMap(({ unionId }) => unionId ?? []);
  const union = unions.find((id) => isUnionEditorOf(person, id) || representedUnionIds(person).includes(id));
  return union ? { unionId: union } : null;
}

/** Admins check corrections. */
export const canCheckFacts = (person: Person): boolean => isAdmin(person);
