import { maxClockSkew } from "@/lib/dates";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";

const minute = 60_000;
const hour = 60 * minute;

/** How often the time of last use is written, in milliseconds. */
const seenAtInterval = minute;

/**
 * The request header by which our server marks what a page requests by itself, such as its events: see `isAutomatic` in
 * lib/routes.ts. What a client sends under this name is removed.
 */
export const automaticHeader = "x-att-automatic";

type Times = { startedAt: Date; seenAt: Date; endsAt: Date };

export const limitsFor = (isStaff: boolean) => (isStaff ? sessionLimits.staff : sessionLimits.participant);

/** When a session ends however much it is used. A new role shortens the limits at once. */
export const latestEnd = ({ startedAt, endsAt }: Omit<Times, "seenAt">, isStaff: boolean): Date =>
  new Date(Math.min(endsAt.getTime(), startedAt.getTime() + limitsFor(isStaff).absolute));

/** When a session ends if it is not used again. */
export const sessionEnd = (times: Times, isStaff: boolean): Date =>
  new Date(Math.min(latestEnd(times, isStaff).getTime(), times.seenAt.getTime() + limitsFor(isStaff).idle));

/** For how many milliseconds a session that is used at this moment lasts at least, if it is not used again. */
export const timeLeftAfterUse = (end: Date, isStaff: boolean, now: Date): number =>
  Math.max(0, Math.min(end.getTime() - now.getTime(), limitsFor(isStaff).idle - seenAtInterval));

/** Whether a session was started while a clock was wrong. */
export const startsInFuture = (startedAt: Date, now: Date) => startedAt.getTime() > now.getTime() + maxClockSkew;

/** Whether the session is still valid. */
export const isSessionLive = (times: Times, isStaff: boolean, now: Date) =>
  now < sessionEnd(times, isStaff) && !startsInFuture(times.startedAt, now);

/** Whether a second factor was proved so recently that others may be added and removed. */
export const isProofFresh = (steppedUpAt: Date | null, now: Date) =>
  steppedUpAt !== null && Math.abs(now.getTime() - steppedUpAt.getTime()) < 10 * minute;

/** Whether to write the time of last use: also when it is in the future, from a clock that was wrong. */
export const shouldUpdateSeenAt = (seenAt: Date, now: Date) =>
  Math.abs(now.getTime() - seenAt.getTime()) >= seenAtInterval;

/** How long ago, roughly: enough to distinguish two browsers, without a time of day. @param ago in milliseconds */
export function agoText(ago: number): string {
  if (ago < 10 * minute) return "in the last 10 minutes";
  if (ago < hour) return "in the last hour";
  const hours = Math.round(ago / hour);
  return hours === 1 ? "about an hour ago" : `about ${hours} hours ago`;
}
