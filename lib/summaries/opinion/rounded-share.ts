import type { VoteTally } from "./group-tallies";

/** Nothing is published on a comment that fewer people of a group, or outside it, have seen. */
export const minSeen = 10;

/**
 * The published reactions of a group to a comment: the number of people who reacted, and the percentages who agreed and
 * disagreed, all rounded to 5, so that one person more or less rarely shows.
 */
export type Share = { agree: number; disagree: number; reacted: number };

/** @returns for example { agree: 75, disagree: 15, reacted: 40 } */
export function toShare({ agrees, disagrees, seen }: VoteTally): Share {
  const percent = (done: number) => roundToFive((100 * done) / Math.max(seen, 1));
  return { agree: percent(agrees), disagree: percent(disagrees), reacted: roundToFive(seen) };
}

export function roundToFive(figure: number): number {
  return Math.round(figure / 5) * 5;
}
