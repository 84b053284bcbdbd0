import { perturbedFigure } from "./cell-key-noise";
import type { CellMembers } from "./cell-members";
import { canMove, countMembershipChanges, membershipChanges } from "./change-gate";
import type { MethodParameters } from "./parameters";
import { type CellState, findCellState, type ReleaseState } from "./release-state";
import { allValues, type Cell, cellId, listCells, type TableFamily } from "./table-family";

/**
 * A cell that a release is about to show. isFixed: another LEP's standing release shows it, so it cannot change now.
 * count: who is in it today; drift: how many came or went since it was counted, 0 where it is counted today.
 */
export type DraftCell = CellState & { id: string; cell: Cell; isFixed: boolean; count: number; drift: number };
export type ReleaseDraft = Map<string, DraftCell>;

/** Is a cell looked at in the release that is being made? See secret-draw.ts. */
export type IsDrawn = (id: string) => boolean;

/**
 * The LEPs that may make a release: enough new contributors, and a total that can be shown. (A release tells that
 * there were at least that many people; a total not shown beside it would be known to be 10 or 11.)
 */
export function listDueLeps(
  family: TableFamily,
  members: CellMembers,
  state: ReleaseState,
  parameters: MethodParameters,
): string[] {
  return [...family.leps.keys()].filter((lep) => {
    const now = members.get(totalCellId(lep)) ?? [];
    const { joined } = membershipChanges(state.leps[lep]?.members ?? [], now);
    return joined >= parameters.newContributors && perturbedFigure(now, parameters) !== null;
  });
}

/** The cells of the due LEPs after the gate and the threshold, before the audit. */
export function makeReleaseDraft(
  family: TableFamily,
  due: string[],
  members: CellMembers,
  state: ReleaseState,
  parameters: MethodParameters,
  isDrawn: IsDrawn,
): ReleaseDraft {
  const draft: ReleaseDraft = new Map();
  for (const cell of due.flatMap((lep) => listCells(family, lep))) {
    const id = cellId(cell);
    if (draft.has(id)) continue;
    const now = members.get(id) ?? [];
    const before = findCellState(state, family, cell, id);
    const isFixed = isFixedCell(cell, family, due, state);
    const canMoveNow = !isFixed && (!before || (canMove(before.members, now, parameters.gate) && isDrawn(id)));
    const previousState: CellState = before ?? { shown: null, isSecondary: true, members: [] };
    const nextState = canMoveNow
      ? { shown: perturbedFigure(now, parameters), isSecondary: false, members: now }
      : previousState;
    const drift = canMoveNow ? 0 : countMembershipChanges(previousState.members, now);
    draft.set(id, { id, cell, isFixed, count: now.length, drift, ...nextState });
  }
  return draft;
}

export function totalCellId(lep: string): string {
  return cellId({ theme: allValues, sector: allValues, place: { lep } });
}

function isFixedCell({ place }: Cell, family: TableFamily, due: string[], state: ReleaseState): boolean {
  if ("lep" in place) return false;
  return (family.districts.get(place.district) ?? []).some((lep) => state.leps[lep] && !due.includes(lep));
}
