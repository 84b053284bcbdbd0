import type { Contributor } from "./cell-members";
import { allValues, type Cell, type TableFamily } from "./table-family";

// The list of published comments shows alias, theme and LEP. So who contributed to a theme in a LEP is public, with who
// joined and who left; the tables may not say more of them by district or sector.

/** Record keys in ascending order, by theme ("*" for any) and LEP as `publicId` names them. */
export type PublicList = Map<string, number[]>;
/** When each person was on the list: [record key, the first release with them, the first without them or 0]. */
export type PublicHistory = Record<string, [key: number, from: number, to: number][]>;

/** Of those who changed publicly, at most half may be known to have changed a cell. */
export const publicChangesPerChange = 2;
/** Whoever left this many releases ago is forgotten and no longer counts as a change, so the gate opens later. */
const rememberedReleases = 52;

export const publicId = (theme: string, lep: string): string => `${theme}|${lep}`;

/** The LEP that a person's comments show: of a district in two, the one they are listed under. */
export function publicLep(family: TableFamily, { district, lep }: Contributor): string {
  const leps = family.districts.get(district) ?? [];
  return leps.find((one) => one === lep) ?? leps[0] ?? "";
}

export function makePublicList(family: TableFamily, contributors: readonly Contributor[]): PublicList {
  const sets = new Map<string, Set<number>>();
  for (const person of contributors) {
    if (person.themes.length === 0) continue;
    for (const theme of [allValues, ...person.themes]) {
      const id = publicId(theme, publicLep(family, person));
      sets.set(id, (sets.get(id) ?? new Set()).add(person.key >>> 0));
    }
  }
  return new Map([...sets].map(([id, keys]) => [id, [...keys].sort((a, b) => a - b)]));
}

/** The LEPs under which members of a cell may be listed. */
export function lepsOfCell(family: TableFamily, { place }: Cell): string[] {
  if ("district" in place) return family.districts.get(place.district) ?? [];
  const districts = family.leps.get(place.lep) ?? [];
  return [...new Set([place.lep, ...districts.flatMap((district) => family.districts.get(district) ?? [])])];
}

/** People who joined and who left the list of a cell's theme, in all LEPs where its members may be listed, after a release. */
export function countPublicChanges(
  family: TableFamily,
  history: PublicHistory,
  now: PublicList,
  cell: Cell,
  release: number,
): { joined: number; left: number } {
  const changes = { joined: 0, left: 0 };
  for (const lep of lepsOfCell(family, cell)) {
    const id = publicId(cell.theme, lep);
    const before = new Set(
      (history[id] ?? []).flatMap(([key, from, to]) => (from <= release && (to === 0 || to > release) ? [key] : [])),
    );
    const today = now.get(id) ?? [];
    const both = today.filter((key) => before.has(key)).length;
    changes.joined += today.length - both;
    changes.left += before.size - both;
  }
  return changes;
}

/** The history with this release. */
export function extendHistory(history: PublicHistory, now: PublicList, release: number): PublicHistory {
  const extended: PublicHistory = {};
  for (const id of [...new Set([...Object.keys(history), ...now.keys()])].sort()) {
    const today = new Set(now.get(id));
    const rows = (history[id] ?? [])
      .filter(([, , to]) => to === 0 || to > release - rememberedReleases)
      .map(([key, from, to]): [number, number, number] => [key, from, to === 0 && !today.has(key) ? release : to]);
    const present = new Set(rows.flatMap(([key, , to]) => (to === 0 ? [key] : [])));
    for (const key of today) if (!present.has(key)) rows.push([key, release, 0]);
    if (rows.length > 0) extended[id] = rows.sort(([a, x], [b, y]) => a - b || x - y);
  }
  return extended;
}
