/**
 * How far two groupings of the same people agree, corrected for chance (Hubert and Arabie, 1985): (pairs together in
 * both − expected) / (mean of the pairs together in each − expected). 1 if they differ only in the groups' names, about
 * 0 if they are unrelated.
 * @param a, b the group of each person, in the same order
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError("two groupings of different people");
  const both = new Map<string, number>();
  const inA = new Map<number, number>();
  const inB = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    count(both, `${a[i]},${b[i]}`);
    count(inA, a[i] as number);
    count(inB, b[i] as number);
  }
  const [together, pairsA, pairsB] = [pairsWithin(both), pairsWithin(inA), pairsWithin(inB)];
  const expected = a.length < 2 ? 0 : (pairsA * pairsB) / pairs(a.length);
  const most = (pairsA + pairsB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function pairsWithin(counts: Map<unknown, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
}
