import { drawBelow, type Random } from "./seeded-random";
import type { Votes } from "./vote-matrix";

/**
 * The same votes dealt anew within each comment, among those who saw it: who saw what, and how each comment fared, stay
 * as they were; only what ties one person's votes together is gone.
 */
export function shuffleVotes(votes: Votes, random: Random): Votes {
  const cells: number[][] = Array.from({ length: votes.columns }, () => []);
  votes.column.forEach((c, i) => {
    cells[c]?.push(i);
  });
  const value = Int8Array.from(votes.value);
  for (const places of cells) {
    for (let last = places.length - 1; last > 0; last--) {
      const a = places[last] as number;
      const b = places[drawBelow(last + 1, random)] as number;
      [value[a], value[b]] = [value[b] as number, value[a] as number];
    }
  }
  return { ...votes, value };
}
