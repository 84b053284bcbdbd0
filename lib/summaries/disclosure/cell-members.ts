import { allValues, cellId, type TableFamily } from "./table-family";

/**
 * One person who contributed to a strategy: record key, district and sector of work, themes of their comments.
 * `isNew`: nothing of theirs was published before this week. `lep`: what their comments show, if the district is in two.
 */
export type Contributor = {
  key: number;
  district: string;
  sector: string;
  themes: readonly string[];
  isNew?: boolean;
  lep?: string | null;
};

/** The members of each cell, as record keys in ascending order. Empty cells are absent. */
export type CellMembers = Map<string, number[]>;

/**
 * Puts each contributor into the cells of the family: one district and one sector, each of their themes, and "any
 * theme" once if they have any. Rows with the same key are one person, with the district and sector that sort first.
 * @throws if a district, sector or theme is outside the family
 */
export function computeCellMembers(family: TableFamily, contributors: readonly Contributor[]): CellMembers {
  const members: CellMembers = new Map();
  for (const person of mergeByKey(contributors)) {
    const leps = family.districts.get(person.district);
    if (!leps || !family.sectors.includes(person.sector)) throw new Error("A contributor is outside the family.");
    if (person.themes.some((theme) => !family.themes.includes(theme)))
      throw new Error("A theme is outside the family.");
    if (person.themes.length === 0) continue;
    for (const theme of [allValues, ...person.themes]) {
      for (const sector of [allValues, person.sector]) {
        for (const place of [{ district: person.district }, ...leps.map((lep) => ({ lep }))]) {
          const id = cellId({ theme, sector, place });
          const cell = members.get(id);
          if (cell) cell.push(person.key);
          else members.set(id, [person.key]);
        }
      }
    }
  }
  return members;
}

function mergeByKey(contributors: readonly Contributor[]): Contributor[] {
  const people = new Map<number, Contributor>();
  for (const row of contributors) {
    const key = row.key >>> 0;
    const known = people.get(key);
    const [first = row, second = row] = [row, known ?? row].sort((a, b) => compare(sortKey(a), sortKey(b)));
    people.set(key, { ...first, key, themes: [...new Set([...first.themes, ...second.themes])].sort() });
  }
  return [...people.values()].sort((a, b) => a.key - b.key);
}

function sortKey({ district, sector }: Contributor): string {
  return `${district}|${sector}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
