import type { Cell, TableFamily } from "./table-family";

/**
 * The state of a cell after a release: the figure shown, or null; whether a null is a secondary suppression; the record
 * keys of the people it was last counted from. Never published.
 */
export type CellState = { shown: number | null; isSecondary: boolean; members: number[] };

/**
 * What the next release needs from the earlier ones, in JSON; never published. Counted cells without members are left
 * out, as they are the majority. `leps`: the last release of each LEP, and its contributors then.
 */
export type ReleaseState = {
  release: number;
  cells: Record<string, CellState>;
  leps: Record<string, { release: number; members: number[] }>;
};

export const emptyState: ReleaseState = { release: 0, cells: {}, leps: {} };

const emptyCell: CellState = { shown: null, isSecondary: false, members: [] };

/** The state of a cell; undefined if no release has counted it. */
export function findCellState(
  state: ReleaseState,
  family: TableFamily,
  { place }: Cell,
  id: string,
): CellState | undefined {
  const leps = "lep" in place ? [place.lep] : (family.districts.get(place.district) ?? []);
  return state.cells[id] ?? (leps.some((lep) => state.leps[lep]) ? emptyCell : undefined);
}

/** Whether the cell can be left out of the state. */
export function isEmptyCell({ shown, isSecondary, members }: CellState): boolean {
  return shown === null && !isSecondary && members.length === 0;
}
