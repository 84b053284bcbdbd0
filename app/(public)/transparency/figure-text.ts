import { countLabel, formatNumber } from "@/lib/numbers";

/** A count to the nearest 5, or "under 5". */
export const suppressedCountText = (count: number | null): string =>
  count === null ? "under 5" : `about ${formatNumber(count)}`;

/** A wait in hours or days. */
export function waitText(hours: number | null): string {
  if (hours === null) return "too few to say";
  return hours < 48 ? countLabel(hours, "hour") : countLabel(Math.round(hours / 24), "day");
}
