import { countInterval, maxSuppressedCount } from "@/lib/summaries/disclosure/count-interval";
import { type MethodParameters, standardParameters } from "@/lib/summaries/disclosure/parameters";
import { lepsOfCell, type PublicList, publicId } from "@/lib/summaries/disclosure/public-list";
import type { DraftCell, ReleaseDraft } from "@/lib/summaries/disclosure/release-draft";
import { allValues, type Cell, cellId, type TableFamily } from "@/lib/summaries/disclosure/table-family";

/** lower ≤ Σ coefficient × count ≤ upper. `terms`: [index of the cell, coefficient]. `isStrict`: follows from the figures shown, so it falls away if either cell is suppressed. */
export type Constraint = { terms: [number, number][]; lower: number; upper: number; isStrict?: true };
/**
 * What a reader who knows the method can derive: bounds on each cell's true count, and constraints between cells.
 * `leps`: the LEPs of each district. `upperProtections`: the count that each cell must be able to have if it is
 * suppressed, at most what is public of its theme. `publicCounts`: the exact count that the list of comments shows, null
 * for cells that it does not show; it cannot be protected.
 * `knowsPrimary`: the reader is assumed to know which suppressions are primary.
 */
export type AuditModel = {
  cells: DraftCell[];
  lower: number[];
  upper: number[];
  constraints: Constraint[];
  leps: ReadonlyMap<string, string[]>;
  upperProtections: number[];
  publicCounts: (number | null)[];
  knowsPrimary: boolean;
};

/** No cell has more people; it keeps every count bounded. */
export const maxCount = 1_000_000;

/**
 * The tables of some LEPs as an integer programme in today's counts. A cell counted in an earlier release may differ by
 * its drift, which the reader is assumed to know, so today's true counts are always a solution. Searching one release is
 * enough: if every release allows a count, one solution of each release together explain the history, as all members
 * could have changed between releases and opened every gate.
 */
export function makeAuditModel(
  family: TableFamily,
  leps: string[],
  draft: ReleaseDraft,
  parameters: MethodParameters,
  knowsPrimary: boolean,
  publicList: PublicList = new Map(),
): AuditModel {
  const places = new Set(
    leps.flatMap((lep) => [`lep:${lep}`, ...(family.leps.get(lep) ?? []).map((d) => `district:${d}`)]),
  );
  const cells = [...draft.values()]
    .filter(({ id }) => places.has(id.slice(id.lastIndexOf("|") + 1)))
    .map((cell) => (knowsPrimary || cell.shown !== null ? cell : { ...cell, isSecondary: true }));
  const indexById = new Map(cells.map(({ id }, i) => [id, i]));
  const indexOf = (theme: string, sector: string, place: { lep: string } | { district: string }) =>
    indexById.get(cellId({ theme, sector, place })) ?? -1;
  const bounds = cells.map((cell) => boundsOf(cell, parameters));
  const constraints: Constraint[] = [];
  const addAtMostConstraint = (total: number, parts: number[]) => {
    const sum = parts.map((part): [number, number] => [part, 1]);
    constraints.push({ terms: [...sum, [total, -1]], lower: 0, upper: maxCount });
  };
  const districts = [...new Set(leps.flatMap((lep) => family.leps.get(lep) ?? []))].sort();
  for (const theme of [allValues, ...family.themes]) {
    for (const district of districts) {
      const parts = family.sectors.map((sector) => indexOf(theme, sector, { district }));
      addTotalConstraint(constraints, cells, bounds, indexOf(theme, allValues, { district }), parts);
    }
    for (const lep of leps) {
      const inside = family.leps.get(lep) ?? [];
      for (const sector of [allValues, ...family.sectors]) {
        const parts = inside.map((district) => indexOf(theme, sector, { district }));
        addTotalConstraint(constraints, cells, bounds, indexOf(theme, sector, { lep }), parts);
      }
      const inner = inside.flatMap((district) => family.sectors.map((sector) => indexOf(theme, sector, { district })));
      const sectors = family.sectors.map((sector) => indexOf(theme, sector, { lep }));
      for (const part of [...inner, ...sectors])
        addStrictConstraint(constraints, cells, bounds, indexOf(theme, allValues, { lep }), part);
    }
  }
  for (const { cell } of cells.filter(({ cell }) => cell.theme === allValues)) {
    const any = indexOf(allValues, cell.sector, cell.place);
    const themes = family.themes.map((theme) => indexOf(theme, cell.sector, cell.place));
    for (const theme of themes) addStrictConstraint(constraints, cells, bounds, any, theme);
    // for totals this follows, as they are sums
    if (cell.sector === allValues || "lep" in cell.place) continue;
    for (const theme of themes) addAtMostConstraint(theme, [any]);
    addAtMostConstraint(any, themes);
  }
  const [lower, upper] = [bounds.map(([low]) => low), bounds.map(([, high]) => high)];
  const protection = (parameters.threshold || standardParameters.threshold) - 1;
  const model: AuditModel = {
    cells,
    lower,
    upper,
    constraints,
    leps: family.districts,
    upperProtections: cells.map(() => protection),
    publicCounts: cells.map(() => null),
    knowsPrimary,
  };
  if (publicList.size > 0) addPublicCounts(model, family, publicList);
  return model;
}

/**
 * What the list of comments shows: who contributed to a theme, by the LEP under which they are listed. Of LEPs that share
 * districts it shows no exact count of either, and the model has none.
 */
function addPublicCounts(model: AuditModel, family: TableFamily, publicList: PublicList): void {
  const listed = (theme: string, lep: string) => publicList.get(publicId(theme, lep))?.length ?? 0;
  model.cells.forEach(({ cell }, i) => {
    const leps = lepsOfCell(family, cell);
    const atMost = leps.reduce((sum, lep) => sum + listed(cell.theme, lep), 0);
    model.upperProtections[i] = Math.min(model.upperProtections[i] ?? 0, atMost);
    if (leps.length > 1 || listedLep(family, cell) === null) return;
    model.publicCounts[i] = atMost;
    model.lower[i] = atMost;
    model.upper[i] = atMost;
  });
}

/** The LEP whose list has the members of a cell: they are of all sectors and districts, or of the only ones. */
function listedLep(family: TableFamily, { sector, place }: Cell): string | null {
  if (sector !== allValues && family.sectors.length > 1) return null;
  if ("lep" in place) return place.lep;
  const [lep = "", second] = family.districts.get(place.district) ?? [];
  return second === undefined && family.leps.get(lep)?.length === 1 ? lep : null;
}

function boundsOf({ shown, isSecondary, drift }: DraftCell, parameters: MethodParameters): [number, number] {
  if (isSecondary) return [0, maxCount];
  if (shown === null) return [0, maxSuppressedCount(parameters) + drift];
  const [low, high] = countInterval(shown, parameters);
  return [Math.max(0, low - drift), high + drift];
}

function addTotalConstraint(
  constraints: Constraint[],
  cells: DraftCell[],
  bounds: [number, number][],
  total: number,
  parts: number[],
): void {
  constraints.push({ terms: [...parts.map((part): [number, number] => [part, 1]), [total, -1]], lower: 0, upper: 0 });
  for (const part of parts) addStrictConstraint(constraints, cells, bounds, total, part);
}

/**
 * The same members give the same figure. So if a part shows another figure than its total, and both were counted today,
 * at least one member of the total is not in the part.
 */
function addStrictConstraint(
  constraints: Constraint[],
  cells: DraftCell[],
  bounds: [number, number][],
  total: number,
  part: number,
): void {
  const [a, b] = [cells[total], cells[part]];
  if (!a || !b || a.isSecondary || b.isSecondary || a.drift > 0 || b.drift > 0 || a.shown === b.shown) return;
  const [low, high] = [bounds[total]?.[0] ?? 0, bounds[part]?.[1] ?? 0];
  if (low > high) return;
  const terms: [number, number][] = [
    [total, 1],
    [part, -1],
  ];
  constraints.push({ terms, lower: 1, upper: maxCount, isStrict: true });
}
