/** A count that would tell of single people is not shown: under 5 it is null, from 5 on the nearest 5. */
export const suppressCount = (count: number): number | null => (count < 5 ? null : Math.round(count / 5) * 5);

/** The share of a whole in whole per cent; null where so few stand behind it that it tells of single cases. */
export const suppressShare = (part: number, total: number): number | null =>
  total < 10 ? null : Math.round((part / total) * 100);

/** A wait in whole hours; null where so few stand behind it that it tells of single cases. */
export const suppressWait = (hours: number | null, cases: number): number | null =>
  hours === null || cases < 10 ? null : Math.round(hours);
