import { countLabel, formatNumber } from "@/lib/numbers";

/** A count to the nearest 5, or "under 5". */
export const suppressedCountText = (count: number | null): string =>
  count === null ? "under 5" : `about ${formatNumber(count)}`;

/** A wait in hours or days. */
export function waitText(hours: number | null): string {
  if (hours === null) return "too few to say";
  return hours < 48 ? countLabel(hours, "hour") : countLabel(Math.round(hours / 24), "day");
}

/** What a rep decided, for the public record. */
export const actionLabels: Record<string, string> = {
  publish: "Published",
  return: "Sent back to its author",
  reject: "Turned down",
  redact: "Some words masked",
  remove: "Removed",
  lock: "Conversation closed",
  unlock: "Conversation opened again",
  uphold: "Changed after an appeal",
  dismiss: "Left as it was",
  warn: "Author warned",
  pre_moderate: "Author’s comments wait for a rep for a time",
  suspend: "Author suspended for a time",
  agree: "A second rep agreed with an earlier decision",
  disagree: "A second rep disagreed with an earlier decision",
};
