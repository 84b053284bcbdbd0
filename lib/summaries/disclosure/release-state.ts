import type { Cell, Family } from "./table-family";

/**
 * A cell as it stands: what is shown (null: nothing), whether the audit hid it, and the record keys of the people it
 * was last counted from. Never published.
 */
export type CellState = { shown: number | null; hidden: boolean; members: number[] };

/**
 * What the next release must know of the last ones. JSON-able, internal, never published. Cells that were counted
 * and had nobody in them are left out: they are most.
 */
export type State = {
  release: number;
  cells: Record<string, CellState>;
  leps: Record<string, { release: number; members: number[] }>;
};

export const noState: State = { release: 0, cells: {}, leps: {} };

const empty: CellState = { shown: null, hidden: false, members: [] };

/** How a cell stands; undefined where no release has counted it. */
export function stateOf(state: State, family: Family, { place }: Cell, id: string): CellState | undefined {
  const leps = "lep" in place ? [place.lep] : (family.districts.get(place.district) ?? []);
  return state.cells[id] ?? (leps.some((lep) => state.leps[lep]) ? empty : undefined);
}

/** Need it be kept? */
export function isEmpty({ shown, hidden, members }: CellState): boolean {
  return shown === null && !hidden && members.length === 0;
}
