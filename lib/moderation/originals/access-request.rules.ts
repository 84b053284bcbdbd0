/** Milliseconds in which the one who asked can see the original, once a second person agreed. */
export const agreedLasts = 24 * 60 * 60_000;
/** Milliseconds that it stays to be seen from the first time on: a page may be lost on its way. */
export const shownLasts = 10 * 60_000;

export type OpeningState = "waits" | "refused" | "agreed" | "shown" | "over";

/** How far an opening has come. "shown": it can still be seen for a few minutes. */
export function stateOf(
  opening: { answeredAt: Date | null; isAgreed: boolean | null; shownAt: Date | null },
  now: Date,
): OpeningState {
  const { answeredAt, isAgreed, shownAt } = opening;
  if (!answeredAt) return "waits";
  if (!isAgreed) return "refused";
  if (shownAt) return now.getTime() < shownAt.getTime() + shownLasts ? "shown" : "over";
  return now.getTime() < answeredAt.getTime() + agreedLasts ? "agreed" : "over";
}

/** Whether nobody can ask anew while this one stands. */
export const isUnderWay = (state: OpeningState): boolean => state !== "refused" && state !== "over";
