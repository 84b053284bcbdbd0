/** A count to the nearest 5; null below 5, because it could reveal single people. */
export const suppressCount = (count: number): number | null => (count < 5 ? null : Math.round(count / 5) * 5);

/** A share in per cent, rounded; null for fewer than 10 cases, because it could reveal single cases. */
export const suppressShare = (part: number, total: number): number | null =>
  total < 10 ? null : Math.round((part / total) * 100);

/** A wait in hours, rounded; null for fewer than 10 cases, because it could reveal single cases. */
export const suppressWait = (hours: number | null, cases: number): number | null =>
  hours === null || cases < 10 ? null : Math.round(hours);
