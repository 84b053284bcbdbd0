/** Any theme, or all sectors, in a cell. */
export const allValues = "*";

/** The fixed tables: themes, sectors and districts from reference data, never from comments. */
export type TableFamilyInput = {
  themes: readonly string[];
  sectors: readonly string[];
  memberships: readonly { district: string; lep: string }[];
};

/** `leps`: the districts of each LEP; `districts`: the LEPs of each district. */
export type TableFamily = {
  themes: string[];
  sectors: string[];
  leps: Map<string, string[]>;
  districts: Map<string, string[]>;
};

/** A cell of a district or of a LEP. A district's cell is one cell nationally, even if it lies in two LEPs. */
export type Cell = { theme: string; sector: string; place: { district: string } | { lep: string } };

/**
 * The family in canonical order, so that releases do not depend on the order of the input.
 * @throws if a name is empty or "*", or contains "|"
 */
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

/** All cells of one LEP's tables, totals included, in canonical order. */
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
    throw new Error("A name in the family may not be empty or *, or contain |.");
  return name;
}

function sortByKey<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
