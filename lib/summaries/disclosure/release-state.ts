import type { Cell, TableFamily } from "./table-family";

/**
 * A cell as it stands: what is shown (null: nothing), whether the audit hid it, and the record keys of the people it
 * was last counted from. Never published.
 */
export type CellState = { shown: number | null; isSecondary: boolean; members: number[] };

/**
 * What the next release must know of the last ones. JSON-able, internal, never published. Cells that were counted
 * and had nobody in them are left out: they are most.
 */
export type ReleaseState = {
  release: number;
  cells: Record<string, CellState>;
  leps: Record<string, { release: number; members: number[] }>;
};

export const emptyState: ReleaseState = { release: 0, cells: {}, leps: {} };

const emptyCell: CellState = { shown: null, isSecondary: false, members: [] };

/** How a cell stands; undefined where no release has counted it. */
export function findCellState(
  state: ReleaseState,
  family: TableFamily,
  { place }: Cell,
  id: string,
): CellState | undefined {
  const leps = "lep" in place ? [place.lep] : (family.districts.get(place.district) ?? []);
  return state.cells[id] ?? (leps.some((lep) => state.leps[lep]) ? emptyCell : undefined);
}

/** Need it be kept? */
export function isEmptyCell({ shown, isSecondary, members }: CellState): boolean {
  return shown === null && !isSecondary && members.length === 0;
}
