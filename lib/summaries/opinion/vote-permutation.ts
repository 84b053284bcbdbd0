import { type RandomSource, randomInteger } from "./seeded-random";
import type { Votes } from "./vote-matrix";

/**
 * Permutes the votes on each comment among the people who voted on it. Who voted on what and the counts of each comment
 * stay the same; only the correlation between one person's votes is lost.
 */
export function shuffleVotes(votes: Votes, random: RandomSource): Votes {
  const cells: number[][] = Array.from({ length: votes.columns }, () => []);
  votes.column.forEach((c, i) => {
    cells[c]?.push(i);
  });
  const value = votes.value.slice();
  for (const positions of cells) {
    for (let last = positions.length - 1; last > 0; last--) {
      const a = positions[last] as number;
      const b = positions[randomInteger(last + 1, random)] as number;
      [value[a], value[b]] = [value[b] as number, value[a] as number];
    }
  }
  return { ...votes, value };
}
