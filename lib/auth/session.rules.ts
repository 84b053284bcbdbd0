import { maxClockSkew } from "@/lib/dates";
import { sessionLimits } from "@/lib/people/privacy/retention.rules";

const minute = 60_000;
const hour = 60 * minute;

/**
 * How exactly a session's times are stored, in milliseconds. With the exact time of a participant's last use a stolen
 * database would show which of the comments of that minute is theirs.
 */
const timeSteps = {
  participant: { start: hour, use: 10 * minute },
  staff: { start: 1, use: minute },
};
const stepsFor = (isStaff: boolean) => (isStaff ? timeSteps.staff : timeSteps.participant);
const roundDown = (time: Date, step: number) => new Date(Math.floor(time.getTime() / step) * step);

/** When a session started and was last used at this moment, as it is stored. */
export const storedTimes = (isStaff: boolean, now: Date): { startedAt: Date; seenAt: Date } => ({
  startedAt: roundDown(now, stepsFor(isStaff).start),
  seenAt: isStaff ? now : roundDown(now, stepsFor(isStaff).use),
});

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
  Math.max(0, Math.min(end.getTime() - now.getTime(), limitsFor(isStaff).idle - stepsFor(isStaff).use));

/** Whether a session was started while a clock was wrong. */
export const startsInFuture = (startedAt: Date, now: Date) => startedAt.getTime() > now.getTime() + maxClockSkew;

/** Whether the session is still valid. */
export const isSessionLive = (times: Times, isStaff: boolean, now: Date) =>
  now < sessionEnd(times, isStaff) && !startsInFuture(times.startedAt, now);

/** Whether a second factor was proved so recently that others may be added and removed. */
export const isProofFresh = (steppedUpAt: Date | null, now: Date) =>
  steppedUpAt !== null && Math.abs(now.getTime() - steppedUpAt.getTime()) < 10 * minute;

/** Whether to write the time of last use: also when it is in the future, from a clock that was wrong. */
export const shouldUpdateSeenAt = (seenAt: Date, isStaff: boolean, now: Date) =>
  Math.abs(now.getTime() - seenAt.getTime()) >= stepsFor(isStaff).use;

/** For how long, in milliseconds, a session lasts at least: unused, and in all. */
export const leastLimits = (isStaff: boolean) => {
  const { idle, absolute } = limitsFor(isStaff);
  return isStaff
    ? { idle, absolute }
    : { idle: idle - timeSteps.participant.use, absolute: absolute - timeSteps.participant.start };
};

/** How long ago, roughly: enough to distinguish two browsers, without a time of day. @param ago in milliseconds */
export function agoText(ago: number): string {
  if (ago < 20 * minute) return "in the last 20 minutes"; // stored in steps of up to 10
  if (ago < hour) return "in the last hour";
  const hours = Math.round(ago / hour);
  return hours === 1 ? "about an hour ago" : `about ${hours} hours ago`;
}
