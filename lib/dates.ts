const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** 3 June 2019 */
export const formatDay = (day: Date) => dayFormat.format(day);

/** The UTC day of a moment: 2026-11-24 */
export const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

/** The Monday, 00:00 UTC, of a moment's week: the only date that is public about a comment. */
export function startOfWeek(moment: Date): Date {
  const monday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return monday;
}

/**
 * How far the clocks of two of our machines may differ, in milliseconds. A time further in the future was written while a
 * clock was wrong, and counts as past.
 */
export const maxClockSkew = 5 * 60_000;
