import { cutText } from "@/lib/characters";
import { formatNumber } from "@/lib/numbers";
import { percentages } from "@/lib/summaries/largest-remainder";

/** The parts as percentages that add up to 100, or "–" for each if all are 0. */
export const percentTexts = (parts: readonly number[]): string[] => {
  const isEmpty = parts.every((part) => part === 0);
  return percentages(parts).map((percent) => (isEmpty ? "–" : `${percent}%`));
};

/** A rounded percentage of a count: what is there is never "0%". */
export const roundedPercentText = (percent: number, count: number): string =>
  percent === 0 && count > 0 ? "under 1%" : `${percent}%`;

/** The heading of a column of figures of people. */
export const peopleColumn = "People, rounded to 5";

/** A figure of people, or "not shown". */
export const peopleText = (people: number | null): string => (people === null ? "not shown" : formatNumber(people));

/** A text cut between words to at most `maxLength` characters, with " …" where it was cut. */
export const excerpt = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${cutAtSpace(text, maxLength)} …`;

// where there is a gap in the last half: a text in Chinese has none
function cutAtSpace(text: string, maxLength: number): string {
  const gap = text.lastIndexOf(" ", maxLength);
  return gap > maxLength / 2 ? text.slice(0, gap) : cutText(text, maxLength);
}
