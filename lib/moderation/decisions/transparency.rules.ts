import { countLabel, formatNumber } from "@/lib/numbers";

/** A count to the nearest 5; null below 5, because it could reveal single people. */
export const suppressCount = (count: number): number | null => (count < 5 ? null : Math.round(count / 5) * 5);

/**
 * A share in per cent, rounded; null for fewer than 10 cases, because it could reveal single cases. Some is at least 1,
 * and less than all at most 99.
 */
export function suppressShare(part: number, total: number): number | null {
  if (total < 10) return null;
  const percent = Math.round((part / total) * 100);
  return Math.max(part > 0 ? 1 : 0, Math.min(part < total ? 99 : 100, percent));
}

/** A wait in hours, rounded; null for fewer than 10 cases, because it could reveal single cases. */
export const suppressWait = (hours: number | null, cases: number): number | null =>
  hours === null || cases < 10 ? null : Math.round(hours);

/** A count to the nearest 5, or "under 5". */
export const suppressedCountText = (count: number | null): string =>
  count === null ? "under 5" : `about ${formatNumber(count)}`;

/** A rounded wait in hours or days. */
export function waitText(hours: number | null): string {
  if (hours === null) return "too few to say";
  if (hours === 0) return "under 1 hour";
  return hours < 48 ? countLabel(hours, "hour") : countLabel(Math.round(hours / 24), "day");
}
