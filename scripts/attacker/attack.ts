import { squeeze } from "./cell-bounds";
import { attackOverTime, type Known, type Proven } from "./history-attack";
import { readHistory } from "./release-parser";

/**
 * exact: a true count, proven. narrow: a cell not shown, or under 10, bounded tighter than 0 to 9. proven: that somebody
 * joined or left a cell between two releases. contradictions: releases in which no table of counts could stand behind
 * what is shown, so that a rule relied on does not hold.
 */
export type Findings = { exact: Known[]; narrow: Known[]; proven: Proven[]; contradictions: number[] };

/** Counts fewer apart than this may be told apart by the releases around. */
const doubt = 4;

/**
 * What a stranger can prove from the published JSON of a series of releases (oldest first), knowing the method: release
 * by release (squeeze.ts), then from all of them together (over-time.ts).
 */
export async function attack(publicHistory: unknown[]): Promise<Findings> {
  const history = readHistory(publicHistory);
  const known = new Map<string, Known>();
  const doubtful = new Set<string>();
  const contradictions: number[] = [];
  const note = (one: Known) => {
    const before = known.get(`${one.release} ${one.cell}`) ?? one;
    const tighter = { ...one, low: Math.max(one.low, before.low), high: Math.min(one.high, before.high) };
    known.set(`${one.release} ${one.cell}`, tighter);
  };
  for (const reading of history) {
    const squeezed = await squeeze(reading);
    if (!squeezed) contradictions.push(reading.release);
    for (const { cell, figures } of reading.cells.values()) {
      const [low, high] = squeezed?.get(cell) ?? [0, Number.POSITIVE_INFINITY];
      const isShown = (figures[0] ?? null) !== null;
      if (low === high || (isShown ? high <= 9 : low > 0 || high < 9))
        note({ release: reading.release, cell, low, high });
      if (high - low < doubt) doubtful.add(`${reading.release} ${cell}`);
    }
  }
  const together = await attackOverTime(history, (release, cell) => doubtful.has(`${release} ${cell}`));
  if (!together) contradictions.push(Number.NaN);
  for (const one of together?.known ?? []) note(one);
  const all = [...known.values()];
  return {
    exact: all.filter(({ low, high }) => low === high),
    narrow: all.filter(({ low, high }) => low !== high),
    proven: together?.proven ?? [],
    contradictions,
  };
}
