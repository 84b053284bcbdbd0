import type { PublicHistory } from "./public-list";
import type { Cell, TableFamily } from "./table-family";

/**
 * The state of a cell after a release: the figure shown, or null; whether a null is a secondary suppression; the record
 * keys of the people it was last counted from, and in which release (absent before version 4). `lastShown`: the last
 * release that counted it and showed a figure, and the most people who can have that figure. Never published.
 */
export type CellState = {
  shown: number | null;
  isSecondary: boolean;
  members: number[];
  countedAt?: number;
  lastShown?: { release: number; most: number };
};

/**
 * What the next release needs from the earlier ones, in JSON; never published. Counted cells without members are left
 * out, as they are the majority. `leps`: the first and the last release of each LEP, and its contributors in the last.
 * `publicly`: see public-list.ts.
 */
export type ReleaseState = {
  release: number;
  cells: Record<string, CellState>;
  leps: Record<string, { release: number; first?: number; members: number[] }>;
  publicly?: PublicHistory;
};

export const emptyState: ReleaseState = { release: 0, cells: {}, leps: {} };

/** The state of a cell; undefined if no release has counted it. */
export function findCellState(
  state: ReleaseState,
  family: TableFamily,
  { place }: Cell,
  id: string,
): CellState | undefined {
  const first = firstRelease(state, family, place);
  return (
    state.cells[id] ?? (first === null ? undefined : { shown: null, isSecondary: false, members: [], countedAt: first })
  );
}

/** Whether the cell can be left out of the state: as it was in the first release that counted it. */
export function isEmptyCell(cellState: CellState, state: ReleaseState, family: TableFamily, { place }: Cell): boolean {
  const { shown, isSecondary, members, countedAt, lastShown } = cellState;
  const isFirst = countedAt === firstRelease(state, family, place);
  return shown === null && !isSecondary && members.length === 0 && isFirst && !lastShown;
}

function firstRelease(state: ReleaseState, family: TableFamily, place: Cell["place"]): number | null {
  const leps = "lep" in place ? [place.lep] : (family.districts.get(place.district) ?? []);
  const firsts = leps.flatMap((lep) => state.leps[lep]?.first ?? state.leps[lep]?.release ?? []);
  return firsts.length > 0 ? Math.min(...firsts) : null;
}
