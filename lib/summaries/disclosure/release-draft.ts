import { perturbedFigure } from "./cell-key-noise";
import type { CellMembers } from "./cell-members";
import { canMove, countMembershipChanges, membershipChanges } from "./change-gate";
import { countInterval } from "./count-interval";
import type { MethodParameters } from "./parameters";
import { publicChangesPerChange } from "./public-list";
import { type CellState, findCellState, type ReleaseState } from "./release-state";
import { allValues, type Cell, cellId, listCells, type TableFamily } from "./table-family";

/**
 * A cell of a release in preparation. `isFixed`: it is in the latest release of a LEP that is not due, so it cannot
 * change. `count`: members today. `drift`: members who joined or left since it was counted, 0 if it is counted today.
 */
export type DraftCell = CellState & { id: string; cell: Cell; isFixed: boolean; count: number; drift: number };
export type ReleaseDraft = Map<string, DraftCell>;

/** The share of a cell's threshold that contributors of earlier weeks must make up, so that a burst cannot open a cell. */
const establishedShare = 0.5;

/** Whether enough members of a cell contributed before this week. @param newKeys record keys of those who did not */
export function isEstablished(members: readonly number[], newKeys: ReadonlySet<number>, threshold: number): boolean {
  return members.filter((key) => !newKeys.has(key)).length >= threshold * establishedShare;
}

/** People who joined and who left the public list of a cell's theme since a release: see public-list.ts. */
export type CountChanges = (cell: Cell, since: number) => { joined: number; left: number };
const countless = { joined: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY };

/** Whether the secret draw selects a cell in the release in preparation. */
export type IsDrawn = (id: string) => boolean;

/**
 * The LEPs that may release: enough new contributors, and a total that can be shown. (A release reveals that there
 * were at least 10 contributors, so a suppressed total would be known to be 10 or 11.)
 */
export function listDueLeps(
  family: TableFamily,
  members: CellMembers,
  state: ReleaseState,
  parameters: MethodParameters,
  newKeys: ReadonlySet<number> = new Set(),
): string[] {
  return [...family.leps.keys()].filter((lep) => {
    const now = members.get(totalCellId(lep)) ?? [];
    const { joined } = membershipChanges(state.leps[lep]?.members ?? [], now);
    const canShow = isEstablished(now, newKeys, parameters.threshold) && perturbedFigure(now, parameters) !== null;
    return joined >= parameters.newContributors && canShow;
  });
}

/** The cells of the due LEPs after gate, perturbation and primary suppression, before the audit. */
export function makeReleaseDraft(
  family: TableFamily,
  due: string[],
  members: CellMembers,
  state: ReleaseState,
  parameters: MethodParameters,
  isDrawn: IsDrawn,
  newKeys: ReadonlySet<number> = new Set(),
  publicChanges: CountChanges = () => countless,
): ReleaseDraft {
  const draft: ReleaseDraft = new Map();
  for (const cell of due.flatMap((lep) => listCells(family, lep))) {
    const id = cellId(cell);
    if (draft.has(id)) continue;
    const now = members.get(id) ?? [];
    const before = findCellState(state, family, cell, id);
    const isFixed = isFixedCell(cell, family, due, state);
    const isPublicCrowd = (since: number) => {
      const { joined, left } = publicChanges(cell, since);
      return joined + left >= publicChangesPerChange * parameters.gate;
    };
    const isOpen = (was: CellState) =>
      canMove(was.members, now, parameters.gate) && isDrawn(id) && isPublicCrowd(was.countedAt ?? 0);
    const lastShown = before && findLastShown(before, parameters);
    const counted = countAnew(now, parameters, newKeys);
    const isSmall = counted.shown === null && !counted.isSecondary;
    // else whoever knows that it is small now, and how few left since it was not, knows that somebody is there
    const canHide = () => !isSmall || !lastShown || publicChanges(cell, lastShown.release).left >= lastShown.most;
    const canMoveNow = !isFixed && (!before || (isOpen(before) && canHide()));
    const previousState: CellState = before ?? { shown: null, isSecondary: true, members: [] };
    const nextState = canMoveNow
      ? { ...counted, countedAt: state.release + 1, ...(lastShown && { lastShown }) }
      : { ...previousState, ...(lastShown && { lastShown }) };
    const drift = canMoveNow ? 0 : countMembershipChanges(previousState.members, now);
    draft.set(id, { id, cell, isFixed, count: now.length, drift, ...nextState });
  }
  return draft;
}

/** The last release that counted a cell and showed a figure. States from before version 5 name it by the figure they show. */
function findLastShown({ lastShown, shown, countedAt = 0 }: CellState, parameters: MethodParameters) {
  if (lastShown || shown === null) return lastShown;
  return { release: countedAt, most: countInterval(shown, parameters)[1] };
}

/** A cell that would be shown but for its many new contributors counts as a secondary suppression: it is not small. */
function countAnew(members: number[], parameters: MethodParameters, newKeys: ReadonlySet<number>): CellState {
  const shown = perturbedFigure(members, parameters);
  const isHeldBack = shown !== null && !isEstablished(members, newKeys, parameters.threshold);
  return { shown: isHeldBack ? null : shown, isSecondary: isHeldBack, members };
}

export function totalCellId(lep: string): string {
  return cellId({ theme: allValues, sector: allValues, place: { lep } });
}

function isFixedCell({ place }: Cell, family: TableFamily, due: string[], state: ReleaseState): boolean {
  if ("lep" in place) return false;
  return (family.districts.get(place.district) ?? []).some((lep) => state.leps[lep] && !due.includes(lep));
}
