/** Stands for any theme and for all sectors in a cell's name. */
export const allValues = "*";

/** The fixed tables: themes, sectors and districts from reference data, never from what people wrote. */
export type TableFamilyInput = {
  themes: readonly string[];
  sectors: readonly string[];
  memberships: readonly { district: string; lep: string }[];
};

export type TableFamily = {
  themes: string[];
  sectors: string[];
  leps: Map<string, string[]>;
  districts: Map<string, string[]>;
};

/** A cell: place is a district or a whole LEP; a district's cell is one nationally, whatever LEPs it lies in. */
export type Cell = { theme: string; sector: string; place: { district: string } | { lep: string } };

/** The family in canonical order, so that no order of input can show. @throws if a name holds "|" or is "*". */
export function makeTableFamily(input: TableFamilyInput): TableFamily {
  const leps = new Map<string, string[]>();
  const districts = new Map<string, string[]>();
  const pairs = [
    ...new Set(input.memberships.map(({ district, lep }) => `${checkName(district)}|${checkName(lep)}`)),
  ].sort();
  for (const pair of pairs) {
    const [district = "", lep = ""] = pair.split("|");
    leps.set(lep, [...(leps.get(lep) ?? []), district]);
    districts.set(district, [...(districts.get(district) ?? []), lep]);
  }
  return { themes: sortedUnique(input.themes), sectors: sortedUnique(input.sectors), leps: sortByKey(leps), districts };
}

export function cellId({ theme, sector, place }: Cell): string {
  return "lep" in place ? `${theme}|${sector}|lep:${place.lep}` : `${theme}|${sector}|district:${place.district}`;
}

/** All cells of one LEP's tables, any theme and all sectors included, in canonical order. */
export function listCells(family: TableFamily, lep: string): Cell[] {
  const places = [{ lep }, ...(family.leps.get(lep) ?? []).map((district) => ({ district }))];
  return [allValues, ...family.themes].flatMap((theme) =>
    places.flatMap((place) => [allValues, ...family.sectors].map((sector) => ({ theme, sector, place }))),
  );
}

function sortedUnique(names: readonly string[]): string[] {
  return [...new Set(names.map(checkName))].sort();
}

function checkName(name: string): string {
  if (name === allValues || name === "" || name.includes("|"))
    throw new Error("A name in the family may not be empty, * or hold |.");
  return name;
}

function sortByKey<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
