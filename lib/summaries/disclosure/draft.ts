import { type Cell, cellId, every, type Family, listCells } from "./family";
import { mayMove, membershipChanges } from "./gate";
import { figureFor } from "./noise";
import type { Parameters } from "./parameters";
import type { CellState, State } from "./state";
import type { Members } from "./tally";

/** A cell that a release is about to show. fixed: another LEP's standing release shows it, so it cannot change now. */
export type DraftCell = CellState & { id: string; cell: Cell; fixed: boolean };
export type Draft = Map<string, DraftCell>;

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
): Draft {
  const draft: Draft = new Map();
  for (const cell of due.flatMap((lep) => listCells(family, lep))) {
    const id = cellId(cell);
    if (draft.has(id)) continue;
    const now = members.get(id) ?? [];
    const before = state.cells[id];
    const fixed = isFixed(cell, family, due, state);
    const moves = !fixed && (!before || mayMove(before.members, now, parameters.gate));
    const counted = moves ? { shown: figureFor(now, parameters), hidden: false, members: now } : before;
    draft.set(id, { id, cell, fixed, ...(counted ?? { shown: null, hidden: true, members: [] }) });
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
