import { expect, test } from "vitest";
import {
  agoText,
  isSessionLive,
  latestEnd,
  leastLimits,
  storedTimes,
  timeLeftAfterUse,
} from "@/lib/auth/session.rules";

const now = new Date("2026-11-24T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const later = new Date(now.getTime() + 1);

test.each([
  ["participant, just seen", false, 10, 0, true],
  ["participant, seen 59 minutes ago", false, 70, 59, true],
  ["participant, seen an hour ago", false, 70, 60, false],
  ["participant, for nearly a day", false, 24 * 60 - 1, 0, true],
  ["participant, for a day", false, 24 * 60, 0, false],
  ["staff, seen 14 minutes ago", true, 20, 14, true],
  ["staff, seen 15 minutes ago", true, 20, 15, false],
  ["staff, for nearly eight hours", true, 8 * 60 - 1, 0, true],
  ["staff, for eight hours", true, 8 * 60, 0, false],
])("%s", (_name, isStaff, started, seen, live) => {
  expect(isSessionLive({ startedAt: ago(started), seenAt: ago(seen), endsAt: later }, isStaff, now)).toBe(live);
});

test("never ends later than its absolute limit", () => {
  expect(isSessionLive({ startedAt: ago(1), seenAt: now, endsAt: now }, false, now)).toBe(false);
});

test("after a use it lasts its idle time, less the step in which uses are not written, and never beyond its end", () => {
  const minutesLeft = (started: number, isStaff: boolean) =>
    timeLeftAfterUse(latestEnd({ startedAt: ago(started), endsAt: ago(-3 * 24 * 60) }, isStaff), isStaff, now) / 60_000;
  expect(minutesLeft(10, true)).toBe(14);
  expect(minutesLeft(10, false)).toBe(50);
  expect(minutesLeft(8 * 60 - 5, true)).toBe(5);
  expect(minutesLeft(8 * 60, true)).toBe(0);
});

test("a participant's times are stored in steps, and all who come within one are stored alike; those of staff are exact", () => {
  const at = (time: string) => new Date(`2026-11-24T${time}Z`);
  const hour = { startedAt: at("12:00:00.000"), seenAt: at("12:30:00.000") };
  for (const time of ["12:30:00.000", "12:34:56.789", "12:39:59.999"])
    expect(storedTimes(false, at(time))).toEqual(hour);
  expect(storedTimes(false, at("12:40:00.000")).seenAt).toEqual(at("12:40:00.000"));
  const exact = at("12:34:56.789");
  expect(storedTimes(true, exact)).toEqual({ startedAt: exact, seenAt: exact });
});

test("what a page says of the limits is what is left in the worst case, and never more than the privacy page promises", () => {
  const minutes = (isStaff: boolean) => Object.values(leastLimits(isStaff)).map((time) => time / 60_000);
  expect(minutes(false)).toEqual([50, 23 * 60]);
  expect(minutes(true)).toEqual([15, 8 * 60]);
  for (let second = 0; second < 3600; second++) {
    const used = new Date(now.getTime() + second * 1000);
    const { startedAt, seenAt } = storedTimes(false, used);
    const since = (time: Date) => (used.getTime() - time.getTime()) / 60_000;
    expect(60 - since(seenAt)).toBeGreaterThan(50);
    expect(24 * 60 - since(startedAt)).toBeGreaterThan(23 * 60);
  }
});

test("times are described roughly, without a time of day", () => {
  expect([0, 19, 20, 59, 60, 89, 90, 23 * 60].map((count) => agoText(count * 60_000))).toEqual([
    "in the last 20 minutes",
    "in the last 20 minutes",
    "in the last hour",
    "in the last hour",
    "about an hour ago",
    "about an hour ago",
    "about 2 hours ago",
    "about 23 hours ago",
  ]);
});
