import { maxClockSkew } from "@/lib/dates";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";

const minute = 60_000;
const hour = 60 * minute;

/** How often it is written down that a session is in use, in milliseconds. */
const seenAtInterval = minute;

type Times = { startedAt: Date; seenAt: Date; endsAt: Date };

/** When a session ends if nobody uses it from now on. Who is given a role has shorter limits at once. */
export function sessionEnd({ startedAt, seenAt, endsAt }: Times, isStaff: boolean): Date {
  const { idle, absolute } = isStaff ? sessionLimits.staff : sessionLimits.participant;
  return new Date(Math.min(endsAt.getTime(), startedAt.getTime() + absolute, seenAt.getTime() + idle));
}

/** Whether the session may still be used at this moment. One of the future began while a clock was wrong. */
export const isSessionLive = (times: Times, isStaff: boolean, now: Date) =>
  now < sessionEnd(times, isStaff) && times.startedAt.getTime() <= now.getTime() + maxClockSkew;

/** Whether it is time to write down that the session is in use; also when a clock that was wrong has been put back. */
export const shouldUpdateSeenAt = (seenAt: Date, now: Date) =>
  Math.abs(now.getTime() - seenAt.getTime()) >= seenAtInterval;

/** How long ago, in words that tell two browsers apart and are no time of day. */
export function agoText(ago: number): string {
  if (ago < 10 * minute) return "in the last ten minutes";
  if (ago < hour) return "in the last hour";
  const hours = Math.round(ago / hour);
  return hours === 1 ? "about an hour ago" : `about ${hours} hours ago`;
}
