import { figureFor } from "./cell-key-noise";
import type { Members } from "./cell-members";
import { changesBetween, mayMove, membershipChanges } from "./change-gate";
import type { Parameters } from "./parameters";
import { type CellState, type State, stateOf } from "./release-state";
import { type Cell, cellId, every, type Family, listCells } from "./table-family";

/**
 * A cell that a release is about to show. fixed: another LEP's standing release shows it, so it cannot change now.
 * count: who is in it today; drift: how many came or went since it was counted, 0 where it is counted today.
 */
export type DraftCell = CellState & { id: string; cell: Cell; fixed: boolean; count: number; drift: number };
export type Draft = Map<string, DraftCell>;

/** Is a cell looked at in the release that is being made? See `Draw` in draw.ts. */
export type IsDrawn = (id: string) => boolean;

/**
 * The LEPs that may make a release: enough new contributors, and a total that can be shown. (A release tells that
 * there were at least that many people; a total not shown beside it would be known to be 10 or 11.)
 */
export function listDue(family: Family, members: Members, state: State, parameters: Parameters): string[] {
  return [...family.leps.keys()].filter((lep) => {
    const now = members.get(totalOf(lep)) ?? [];
    const { joined } = membershipChanges(state.leps[lep]?.members ?? [], now);
    return joined >= parameters.newContributors && figureFor(now, parameters) !== null;
  });
}

/** The cells of the due LEPs after the gate and the threshold, before the audit. */
export function makeDraft(
  family: Family,
  due: string[],
  members: Members,
  state: State,
  parameters: Parameters,
  isDrawn: IsDrawn,
): Draft {
  const draft: Draft = new Map();
  for (const cell of due.flatMap((lep) => listCells(family, lep))) {
    const id = cellId(cell);
    if (draft.has(id)) continue;
    const now = members.get(id) ?? [];
    const before = stateOf(state, family, cell, id);
    const fixed = isFixed(cell, family, due, state);
    const moves = !fixed && (!before || (mayMove(before.members, now, parameters.gate) && isDrawn(id)));
    const stands: CellState = before ?? { shown: null, hidden: true, members: [] };
    const counted = moves ? { shown: figureFor(now, parameters), hidden: false, members: now } : stands;
    const drift = moves ? 0 : changesBetween(stands.members, now);
    draft.set(id, { id, cell, fixed, count: now.length, drift, ...counted });
  }
  return draft;
}

export function totalOf(lep: string): string {
  return cellId({ theme: every, sector: every, place: { lep } });
}

function isFixed({ place }: Cell, family: Family, due: string[], state: State): boolean {
  if ("lep" in place) return false;
  return (family.districts.get(place.district) ?? []).some((lep) => state.leps[lep] && !due.includes(lep));
}
