import { countLabel, formatNumber } from "@/lib/numbers";

/** A count to the nearest 5; null below 5, because it could reveal single people. */
export const suppressCount = (count: number): number | null => (count < 5 ? null : Math.round(count / 5) * 5);

/** A share in per cent, rounded; null for fewer than 10 cases, because it could reveal single cases. */
export const suppressShare = (part: number, total: number): number | null =>
  total < 10 ? null : Math.round((part / total) * 100);

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
