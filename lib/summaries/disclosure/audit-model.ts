import { countsBehind, mostUnshown } from "./count-interval";
import { type Parameters, standard } from "./parameters";
import type { Draft, DraftCell } from "./release-draft";
import { cellId, every, type Family } from "./table-family";

/** lower ≤ Σ coefficient × count ≤ upper. terms: [number of the cell, coefficient]. unlike: holds of shown cells only. */
export type Row = { terms: [number, number][]; lower: number; upper: number; unlike?: true };
/** What a reader who knows the method can write down: each cell's count between bounds, and rows that hold. leps: of a district. enough: what an unshown cell must be able to hold. */
export type Model = {
  cells: DraftCell[];
  lower: number[];
  upper: number[];
  rows: Row[];
  leps: ReadonlyMap<string, string[]>;
  enough: number;
  told: boolean;
};

/** No cell has more people than this, so that every count is bounded. */
export const most = 1_000_000;

/**
 * The tables of some LEPs as an integer programme of who is in each cell today. A cell that stands from an earlier
 * release may be off by those who came and went since, and the reader is granted to know how many: so today's true
 * counts are always a solution. If each release allows a count, so does the history: any choice of one solution a
 * release explains it whole (all people could be different ones each time, and all gates open), so that one release
 * is all that need be searched.
 * told: the reader is granted more still, namely which unshown cells are small and which the audit hid.
 */
export function makeModel(family: Family, leps: string[], draft: Draft, parameters: Parameters, told: boolean): Model {
  const places = new Set(
    leps.flatMap((lep) => [`lep:${lep}`, ...(family.leps.get(lep) ?? []).map((d) => `district:${d}`)]),
  );
  const cells = [...draft.values()]
    .filter(({ id }) => places.has(id.slice(id.lastIndexOf("|") + 1)))
    .map((cell) => (told || cell.shown !== null ? cell : { ...cell, hidden: true }));
  const number = new Map(cells.map(({ id }, i) => [id, i]));
  const at = (theme: string, sector: string, place: { lep: string } | { district: string }) =>
    number.get(cellId({ theme, sector, place })) ?? -1;
  const bounds = cells.map((cell) => boundsOf(cell, parameters));
  const rows: Row[] = [];
  const addAbove = (whole: number, parts: number[]) => {
    const sum = parts.map((part): [number, number] => [part, 1]);
    rows.push({ terms: [...sum, [whole, -1]], lower: 0, upper: most });
  };
  const districts = [...new Set(leps.flatMap((lep) => family.leps.get(lep) ?? []))].sort();
  for (const theme of [every, ...family.themes]) {
    for (const district of districts) {
      const parts = family.sectors.map((sector) => at(theme, sector, { district }));
      addTotal(rows, cells, bounds, at(theme, every, { district }), parts);
    }
    for (const lep of leps) {
      const inside = family.leps.get(lep) ?? [];
      for (const sector of [every, ...family.sectors]) {
        const parts = inside.map((district) => at(theme, sector, { district }));
        addTotal(rows, cells, bounds, at(theme, sector, { lep }), parts);
      }
      const inner = inside.flatMap((district) => family.sectors.map((sector) => at(theme, sector, { district })));
      const sectors = family.sectors.map((sector) => at(theme, sector, { lep }));
      for (const part of [...inner, ...sectors]) addUnlike(rows, cells, bounds, at(theme, every, { lep }), part);
    }
  }
  for (const { cell } of cells.filter(({ cell }) => cell.theme === every)) {
    const any = at(every, cell.sector, cell.place);
    const themes = family.themes.map((theme) => at(theme, cell.sector, cell.place));
    for (const theme of themes) addUnlike(rows, cells, bounds, any, theme);
    // of the totals it follows, as they are sums
    if (cell.sector === every || "lep" in cell.place) continue;
    for (const theme of themes) addAbove(theme, [any]);
    addAbove(any, themes);
  }
  const [lower, upper] = [bounds.map(([low]) => low), bounds.map(([, high]) => high)];
  const enough = (parameters.threshold || standard.threshold) - 1;
  return { cells, lower, upper, rows, leps: family.districts, enough, told };
}

function boundsOf({ shown, hidden, drift }: DraftCell, parameters: Parameters): [number, number] {
  if (hidden) return [0, most];
  if (shown === null) return [0, mostUnshown(parameters) + drift];
  const [low, high] = countsBehind(shown, parameters);
  return [Math.max(0, low - drift), high + drift];
}

function addTotal(rows: Row[], cells: DraftCell[], bounds: [number, number][], total: number, parts: number[]): void {
  rows.push({ terms: [...parts.map((part): [number, number] => [part, 1]), [total, -1]], lower: 0, upper: 0 });
  for (const part of parts) addUnlike(rows, cells, bounds, total, part);
}

/**
 * The same people give the same figure: where a part shows otherwise than its whole, somebody is outside the part. That
 * is so of cells counted on the same day.
 */
function addUnlike(rows: Row[], cells: DraftCell[], bounds: [number, number][], whole: number, part: number): void {
  const [a, b] = [cells[whole], cells[part]];
  if (!a || !b || a.hidden || b.hidden || a.drift > 0 || b.drift > 0 || a.shown === b.shown) return;
  const [low, high] = [bounds[whole]?.[0] ?? 0, bounds[part]?.[1] ?? 0];
  if (low > high) return;
  const terms: [number, number][] = [
    [whole, 1],
    [part, -1],
  ];
  rows.push({ terms, lower: 1, upper: most, unlike: true });
}
