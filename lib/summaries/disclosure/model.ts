import type { Draft, DraftCell } from "./draft";
import { cellId, every, type Family } from "./family";
import { countsBehind, mostUnshown } from "./feasible";
import type { Parameters } from "./parameters";

/** lower ≤ Σ coefficient × count ≤ upper. terms: [number of the cell, coefficient]. unlike: holds of shown cells only. */
export type Row = { terms: [number, number][]; lower: number; upper: number; unlike?: true };
/** What a reader who knows the method can write down: each cell's count between bounds, and rows that hold. */
export type Model = { cells: DraftCell[]; lower: number[]; upper: number[]; rows: Row[]; told: boolean };

/** No cell has more people than this, so that every count is bounded. */
export const most = 1_000_000;

/**
 * The tables of some LEPs as an integer programme in which every cell has just been counted. If it has a solution,
 * and the same held for each earlier release, then any choice of one solution a release explains the whole history
 * (all people could be different ones each time, and all gates open): so the history adds nothing to what a release
 * alone can tell, and one release is all that need be searched. A cell left standing by the gate must fit too.
 * told: the reader is granted more than they have, namely which unshown cells are small and which the audit hid.
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
  const bounds = cells.map(({ shown, hidden }): [number, number] =>
    hidden ? [0, most] : shown === null ? [0, mostUnshown(parameters)] : countsBehind(shown, parameters),
  );
  const rows: Row[] = [];
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
    for (const theme of themes) {
      rows.push({
        terms: [
          [any, 1],
          [theme, -1],
        ],
        lower: 0,
        upper: most,
      });
      addUnlike(rows, cells, bounds, any, theme);
    }
    rows.push({ terms: [...themes.map((theme): [number, number] => [theme, 1]), [any, -1]], lower: 0, upper: most });
  }
  return { cells, lower: bounds.map(([low]) => low), upper: bounds.map(([, high]) => high), rows, told };
}

function addTotal(rows: Row[], cells: DraftCell[], bounds: [number, number][], total: number, parts: number[]): void {
  rows.push({ terms: [...parts.map((part): [number, number] => [part, 1]), [total, -1]], lower: 0, upper: 0 });
  for (const part of parts) addUnlike(rows, cells, bounds, total, part);
}

/** The same people give the same figure: where a part shows otherwise than its whole, somebody is outside the part. */
function addUnlike(rows: Row[], cells: DraftCell[], bounds: [number, number][], whole: number, part: number): void {
  const [a, b] = [cells[whole], cells[part]];
  if (!a || !b || a.hidden || b.hidden || a.shown === b.shown) return;
  const [low, high] = [bounds[whole]?.[0] ?? 0, bounds[part]?.[1] ?? 0];
  if (low <= high)
    rows.push({
      terms: [
        [whole, 1],
        [part, -1],
      ],
      lower: 1,
      upper: most,
      unlike: true,
    });
}
