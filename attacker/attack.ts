import { readHistory } from "./reading";
import { type Squeezed, squeeze } from "./squeeze";

/** The cell's true count at this release is one of low … high, proven. */
export type Bound = { release: number; cell: string; low: number; high: number };
/**
 * Somebody joined or left this cell, proven, with a crowd of perhaps fewer than five since it was last counted. Not
 * claimed, though true: that under the gate too a figure that moves had at least one change since the release before,
 * which may have been only one: the gate counts from the last move. The drill's count of changes leaves these out.
 */
export type Change = { from: number; to: number; cell: string; crowd: number };
/** exact: low equals high. narrow: a cell not shown, or under 10, bounded tighter than 0 to 9. */
export type Findings = { exact: Bound[]; changes: Change[]; narrow: Bound[]; contradictions: number[] };

/** A change among fewer people than this points at a person. */
const crowdEnough = 5;

/**
 * What a stranger can prove from the published JSON of a series of releases (oldest first), knowing the method:
 * intervals behind each figure, integer programming over all that must add up, within and across LEPs; and over
 * time, that the same people give the same figure, so that a figure that moves tells of at least `gate` changes.
 */
export async function attack(publicHistory: unknown[]): Promise<Findings> {
  const findings: Findings = { exact: [], changes: [], narrow: [], contradictions: [] };
  const last = new Map<string, { release: number; figure: number | null; bound: [number, number] }>();
  for (const reading of readHistory(publicHistory)) {
    const { release, method, cells } = reading;
    const squeezed: Squeezed | null = await squeeze(reading);
    if (!squeezed) findings.contradictions.push(release);
    for (const { cell, figures } of cells.values()) {
      const figure = figures[0] ?? null;
      const [low, high] = squeezed?.get(cell) ?? [0, Number.POSITIVE_INFINITY];
      const bound = { release, cell, low, high };
      if (low === high) findings.exact.push(bound);
      if (figure === null ? low > 0 || high < 9 : high <= 9) findings.narrow.push(bound);
      const before = last.get(cell);
      if (before) {
        const shownMoved = before.figure !== null && figure !== null && before.figure !== figure;
        const fewest = Math.max(low - before.bound[1], before.bound[0] - high, shownMoved ? method.gate : 0);
        const netMost = Math.max(high - before.bound[0], before.bound[1] - low);
        if (fewest >= 1 && (netMost < crowdEnough || (shownMoved && fewest < crowdEnough))) {
          findings.changes.push({ from: before.release, to: release, cell, crowd: fewest });
        }
      }
      last.set(cell, { release, figure, bound: [low, high] });
    }
  }
  return findings;
}
