/** Milliseconds in which the one who asked can see the original, once a second person agreed. */
export const approvalDuration = 24 * 60 * 60_000;
/** Milliseconds that it stays to be seen from the first time on: a page may be lost on its way. */
export const viewDuration = 10 * 60_000;

export type AccessRequestState = "pending" | "refused" | "approved" | "viewed" | "expired";

/** How far a request has come. "viewed": it can still be seen for a few minutes. */
export function accessRequestState(
  request: { decidedAt: Date | null; isApproved: boolean | null; viewedAt: Date | null },
  now: Date,
): AccessRequestState {
  const { decidedAt, isApproved, viewedAt } = request;
  if (!decidedAt) return "pending";
  if (!isApproved) return "refused";
  if (viewedAt) return now.getTime() < viewedAt.getTime() + viewDuration ? "viewed" : "expired";
  return now.getTime() < decidedAt.getTime() + approvalDuration ? "approved" : "expired";
}

/** Whether nobody can ask anew while this one stands. */
export const isRequestOpen = (state: AccessRequestState): boolean => state !== "refused" && state !== "expired";
