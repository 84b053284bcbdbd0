/** Milliseconds for which an approval lasts. */
export const approvalDuration = 24 * 60 * 60_000;
/** Milliseconds for which it can be viewed again, because the first response may be lost. */
export const viewDuration = 10 * 60_000;

export type AccessRequestState = "pending" | "refused" | "approved" | "viewed" | "expired";

/** The state of a request. "viewed": it can be viewed again for a few minutes. */
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

/** Whether the request keeps others from requesting access. */
export const isRequestOpen = (state: AccessRequestState): boolean => state !== "refused" && state !== "expired";
