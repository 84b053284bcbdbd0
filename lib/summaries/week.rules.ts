import { addDays, isoDay, startOfWeek } from "@/lib/dates";

/** Weeks that charts over time show, with the last. */
export const shownWeeks = 12;

/** The Monday (YYYY-MM-DD) of the week of a moment. */
export const weekOf = (moment: Date): string => isoDay(startOfWeek(moment));

/** The first of the weeks that are shown when `last` is the last; both are Mondays (YYYY-MM-DD). */
export const firstShownWeek = (last: string): string => addDays(last, -7 * (shownWeeks - 1));

/** The Mondays (YYYY-MM-DD) from `first` to `last`, with both; none where there is no first. */
export function listWeeks(first: string | undefined, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week !== undefined && week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}
