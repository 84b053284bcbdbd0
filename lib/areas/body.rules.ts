import { plainDistrictName } from "@/lib/areas/place.rules";

type District = { id: string; name: string; name2021: string; name2023: string };

/**
 * Finds districts by any name that each has had since 2019.
 * @returns their ids, and the names that match no district
 */
export function matchDistrictNames(
  names: readonly string[],
  districts: readonly District[],
): { ids: string[]; unknown: string[] } {
  const byName = new Map<string, Set<string>>();
  for (const { id, ...all } of districts)
    for (const name of Object.values(all))
      for (const form of [name, plainDistrictName(name)]) {
        const ids = byName.get(form.toLowerCase()) ?? new Set();
        byName.set(form.toLowerCase(), ids.add(id));
      }
  const matches = names.map((name) => ({ name, ids: [...(byName.get(name.toLowerCase()) ?? [])] }));
  return {
    ids: [...new Set(matches.flatMap(({ ids }) => ids))],
    unknown: matches.filter(({ ids }) => ids.length === 0).map(({ name }) => name),
  };
}

/** An id for a new row: its name, followed by a number when that id is taken. */
export function uniqueId(name: string, isTaken: (id: string) => boolean): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const id = plain || "body";
  if (!isTaken(id)) return id;
  for (let number = 2; ; number += 1) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`;
}

/** "Black Country LEP", "West Midlands Combined Authority". */
export const bodyTitle = (body: { name: string; kind: { short: string } }) => `${body.name} ${body.kind.short}`;
