/** People who joined and people who left between two lists of record keys in ascending order. */
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

export function countMembershipChanges(before: readonly number[], now: readonly number[]): number {
  const { joined, left } = membershipChanges(before, now);
  return joined + left;
}

/**
 * Whether enough members changed since the cell was last counted. It compares people, not events, so one person who
 * joins and leaves five times does not open the gate. Cells that are not shown follow the same rule, so that the step
 * from 9 to 10 cannot be seen. The secret draw decides in which release an open cell moves.
 */
export function canMove(before: readonly number[], now: readonly number[], gate: number): boolean {
  return countMembershipChanges(before, now) >= gate;
}
