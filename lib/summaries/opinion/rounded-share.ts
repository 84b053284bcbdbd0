import type { VoteTally } from "./group-tallies";

/** Fewer than this who saw a comment, in a group or beside it, and nothing is said of it. */
export const minSeen = 10;

/**
 * What is said of a group and a comment. Never a count of people as it is: who reacted, rounded to 5, and how many in a
 * hundred agreed and disagreed, rounded to 5 too, so that one person more or less rarely shows.
 */
export type Share = { agree: number; disagree: number; reacted: number };

/** @returns for example {agree: 75, disagree: 15, reacted: 40} */
export function toShare({ agrees, disagrees, seen }: VoteTally): Share {
  const percent = (done: number) => roundToFive((100 * done) / Math.max(seen, 1));
  return { agree: percent(agrees), disagree: percent(disagrees), reacted: roundToFive(seen) };
}

export function roundToFive(figure: number): number {
  return Math.round(figure / 5) * 5;
}
