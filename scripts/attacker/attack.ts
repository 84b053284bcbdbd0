import { boundCells } from "./cell-bounds";
import { attackHistory, type ChangeClaim, type CountClaim } from "./history-attack";
import { parseHistory } from "./release-parser";

/**
 * exact: a true count, proven. narrow: a cell not shown, or under 10, bounded tighter than 0 to 9. proven: that somebody
 * joined or left a cell between two releases. contradictions: releases in which no table of counts could stand behind
 * what is shown, so that a rule relied on does not hold.
 */
export type Findings = { exact: CountClaim[]; narrow: CountClaim[]; proven: ChangeClaim[]; contradictions: number[] };

/** Counts fewer apart than this may be told apart by the releases around. */
const narrowWidth = 4;

/**
 * What a stranger can prove from the published JSON of a series of releases (oldest first), knowing the method: release
 * by release (cell-bounds.ts), then from all of them together (history-attack.ts).
 */
export async function attack(publicHistory: unknown[]): Promise<Findings> {
  const history = parseHistory(publicHistory);
  const known = new Map<string, CountClaim>();
  const narrowCells = new Set<string>();
  const contradictions: number[] = [];
  const addClaim = (claim: CountClaim) => {
    const before = known.get(`${claim.release} ${claim.cell}`) ?? claim;
    const tighter = { ...claim, low: Math.max(claim.low, before.low), high: Math.min(claim.high, before.high) };
    known.set(`${claim.release} ${claim.cell}`, tighter);
  };
  for (const release of history) {
    const bounds = await boundCells(release);
    if (!bounds) contradictions.push(release.release);
    for (const { cell, figures } of release.cells.values()) {
      const [low, high] = bounds?.get(cell) ?? [0, Number.POSITIVE_INFINITY];
      const isShown = (figures[0] ?? null) !== null;
      if (low === high || (isShown ? high <= 9 : low > 0 || high < 9))
        addClaim({ release: release.release, cell, low, high });
      if (high - low < narrowWidth) narrowCells.add(`${release.release} ${cell}`);
    }
  }
  const combined = await attackHistory(history, (release, cell) => narrowCells.has(`${release} ${cell}`));
  if (!combined) contradictions.push(Number.NaN);
  for (const claim of combined?.known ?? []) addClaim(claim);
  const all = [...known.values()];
  return {
    exact: all.filter(({ low, high }) => low === high),
    narrow: all.filter(({ low, high }) => low !== high),
    proven: combined?.proven ?? [],
    contradictions,
  };
}
