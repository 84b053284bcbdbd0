/** How many people joined, and how many left, between two lists of record keys in ascending order. */
export function membershipChanges(before: readonly number[], now: readonly number[]): { joined: number; left: number } {
  let [i, j, both] = [0, 0, 0];
  while (i < before.length && j < now.length) {
    const [a = 0, b = 0] = [before[i], now[j]];
    if (a === b) both++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return { joined: now.length - both, left: before.length - both };
}

/** How many people joined or left. */
export function countMembershipChanges(before: readonly number[], now: readonly number[]): number {
  const { joined, left } = membershipChanges(before, now);
  return joined + left;
}

/**
 * May the cell move? Counted as people who differ from those last counted, not as events: one person who comes and
 * goes five times opens nothing. Withdrawals count alike, and a cell that is not shown moves by the same rule, so
 * that going from 9 to 10 cannot be seen. When it does move is left to the draw (secret-draw.ts).
 */
export function canMove(before: readonly number[], now: readonly number[], gate: number): boolean {
  return countMembershipChanges(before, now) >= gate;
}
