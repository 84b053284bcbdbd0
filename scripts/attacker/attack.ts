import { boundCells } from "./cell-bounds";
import { attackHistory, type ChangeClaim, type CountClaim } from "./history-attack";
import { parseHistory } from "./release-parser";

/**
 * - `exact`: proven true counts
 * - `narrow`: cells not shown, or under 10, with bounds tighter than 0 to 9
 * - `proven`: joins and departures between two releases
 * - `contradictions`: releases whose figures no table of counts can explain, so that an assumption is wrong
 */
export type Findings = { exact: CountClaim[]; narrow: CountClaim[]; proven: ChangeClaim[]; contradictions: number[] };

/** Bounds closer than this may be narrowed further by the releases before and after. */
const narrowWidth = 4;

/**
 * What a stranger who knows the method can prove from the published JSON of a series of releases, oldest first: from each
 * release (cell-bounds.ts), then from all together (history-attack.ts).
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
