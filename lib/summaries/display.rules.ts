import { formatNumber } from "@/lib/numbers";

/** A rounded percentage, or "–" if the total is 0. */
export const percentText = (part: number, total: number): string =>
  total === 0 ? "–" : `${Math.round((part / total) * 100)}%`;

/** A figure of people, or "not shown". */
export const peopleText = (people: number | null): string => (people === null ? "not shown" : formatNumber(people));

/** A text cut between words to at most `maxLength` characters, with " …" where it was cut. */
export const excerpt = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${text.slice(0, text.lastIndexOf(" ", maxLength))} …`;
