import { formatNumber } from "@/lib/numbers";
import { percentages } from "@/lib/summaries/largest-remainder";

/** The parts as percentages that add up to 100, or "–" for each if all are 0. */
export const percentTexts = (parts: readonly number[]): string[] => {
  const isEmpty = parts.every((part) => part === 0);
  return percentages(parts).map((percent) => (isEmpty ? "–" : `${percent}%`));
};

/** A figure of people, or "not shown". */
export const peopleText = (people: number | null): string => (people === null ? "not shown" : formatNumber(people));

/** A text cut between words to at most `maxLength` characters, with " …" where it was cut. */
export const excerpt = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${text.slice(0, text.lastIndexOf(" ", maxLength))} …`;
