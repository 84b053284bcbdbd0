import type { ModerationPart } from "@/lib/summaries/moderation.schema";

/** Reasons given less often are not named: the reason of a single comment can point to its author. */
export const minReasonCount = 5;

/** @returns the most frequent reason first; the rare ones counted together, last */
export function poolReasons(counts: readonly { code: string; count: number }[]): ModerationPart["reasons"] {
  const sorted = counts.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const rare = sorted.filter(({ count }) => count < minReasonCount).reduce((sum, { count }) => sum + count, 0);
  const frequent = sorted.filter(({ count }) => count >= minReasonCount);
  return rare > 0 ? [...frequent, { code: null, count: rare }] : frequent;
}
