import { apportion } from "@/lib/summaries/largest-remainder";
import type { VoteTally } from "./group-tallies";

/** Nothing is published on a comment that fewer people of a group, or outside it, have seen. */
export const minSeen = 10;

/**
 * The published reactions of a group to a comment: the number of people who reacted, and the percentages who agreed and
 * disagreed, all rounded to 5, so that one person more or less rarely shows. With those who passed, the percentages add
 * up to 100.
 */
export type Share = { agree: number; disagree: number; reacted: number };

/** @returns for example { agree: 75, disagree: 15, reacted: 40 } */
export function toShare({ agrees, disagrees, seen }: VoteTally): Share {
  const [agree = 0, disagree = 0] = apportion([agrees, disagrees, seen - agrees - disagrees], 100, 5);
  return { agree, disagree, reacted: roundToFive(seen) };
}

export function roundToFive(figure: number): number {
  return Math.round(figure / 5) * 5;
}
