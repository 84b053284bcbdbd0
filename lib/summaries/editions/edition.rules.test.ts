import { describe, expect, test } from "vitest";
import { latestLondonTime } from "@/lib/dates";
import {
  type EditionFacts,
  type EditionSchedule,
  isEditionDue,
  visibilityText,
  whenEveryoneSees,
  whenSeenOncePublished,
} from "@/lib/summaries/editions/edition.rules";
import { CommentState } from "@/prisma/generated/enums";

const daily: EditionSchedule = { time: "06:00", everyMinute: false };
const everyMinute: EditionSchedule = { time: "06:00", everyMinute: true };
const now = new Date("2026-12-02T14:00:20Z");
const thisMorning = new Date("2026-12-02T06:00:05Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const facts: EditionFacts = {
  phase: "open",
  lastMadeAt: thisMorning,
  readyPeople: 0,
  lastReadyAt: null,
  hasChanges: false,
};
const isDue = (change: Partial<EditionFacts>, schedule = daily, at = now) =>
  isEditionDue({ ...facts, ...change }, schedule, at);

describe("an edition is due", () => {
  test("every morning, also when nothing changed; once", () => {
    expect(isDue({ lastMadeAt: new Date("2026-12-02T05:59:59Z") })).toBe(true);
    expect(isDue({ lastMadeAt: new Date("2026-12-02T05:59:59Z") }, daily, new Date("2026-12-02T05:59:59Z"))).toBe(
      false,
    );
    expect(isDue({})).toBe(false);
    expect(isDue({ lastMadeAt: null })).toBe(true);
  });

  test("of strategies that are or were consulted on, and of any with a comment that is ready", () => {
    for (const phase of ["open", "closed", "archived"] as const) expect(isDue({ phase, lastMadeAt: null })).toBe(true);
    for (const phase of ["reference", "draft", "checked"] as const) {
      expect(isDue({ phase, lastMadeAt: null })).toBe(false);
      expect(isDue({ phase, lastMadeAt: null, readyPeople: 1, lastReadyAt: now })).toBe(true);
    }
  });

  test("sooner when five people wait and the last has waited an hour, seen on the hour", () => {
    expect(isDue({ readyPeople: 5, lastReadyAt: minutesAgo(61) })).toBe(true);
    expect(isDue({ readyPeople: 4, lastReadyAt: minutesAgo(61) })).toBe(false);
    expect(isDue({ readyPeople: 5, lastReadyAt: minutesAgo(59) })).toBe(false);
    // at 14:30 the comments of 13:10 have waited an hour, but the hour was 14:00
    const halfPast = new Date("2026-12-02T14:30:00Z");
    expect(isDue({ readyPeople: 5, lastReadyAt: new Date("2026-12-02T13:10:00Z") }, daily, halfPast)).toBe(false);
    // one that was missed on the hour is made up for, once
    expect(isDue({ readyPeople: 5, lastReadyAt: new Date("2026-12-02T12:50:00Z") }, daily, halfPast)).toBe(true);
    const made = { lastMadeAt: new Date("2026-12-02T14:00:10Z"), readyPeople: 5, lastReadyAt: minutesAgo(90) };
    expect(isDue(made, daily, halfPast)).toBe(false);
  });

  test("every minute in the demonstration, if anything changed", () => {
    expect(isDue({ hasChanges: true }, everyMinute)).toBe(true);
    expect(isDue({ lastMadeAt: null, readyPeople: 9 }, everyMinute)).toBe(false);
  });
});

describe("a time of day in London", () => {
  test.each([
    ["winter", "2026-12-02T06:00:00Z", "2026-12-02T06:00:00Z"],
    ["a second too early", "2026-12-02T05:59:59Z", "2026-12-01T06:00:00Z"],
    ["summer", "2026-07-02T05:00:00Z", "2026-07-02T05:00:00Z"],
    ["late on a summer evening, which is the next day in London", "2026-07-01T23:30:00Z", "2026-07-01T05:00:00Z"],
    ["the day the clocks go forward", "2026-03-29T12:00:00Z", "2026-03-29T05:00:00Z"],
    ["the night before", "2026-03-29T04:59:00Z", "2026-03-28T06:00:00Z"],
    ["the day the clocks go back", "2026-10-25T12:00:00Z", "2026-10-25T06:00:00Z"],
  ])("%s", (_, at, expected) => {
    expect(latestLondonTime("06:00", new Date(at)).toISOString()).toBe(new Date(expected).toISOString());
  });
});

test.each([
  ["06:00", "2026-12-02T14:00:00Z", "from tomorrow morning"],
  ["06:00", "2026-12-02T05:30:00Z", "from this morning"],
  ["06:00", "2026-07-02T05:30:00Z", "from tomorrow morning"], // half past six in London
  ["15:00", "2026-12-02T14:00:00Z", "from this afternoon"],
  ["20:00", "2026-12-02T21:00:00Z", "from tomorrow evening"],
])("what is ready is seen, with editions at %s, at %s: %s", (time, at, text) => {
  expect(whenEveryoneSees({ time, everyMinute: false }, new Date(at))).toBe(text);
  expect(whenEveryoneSees({ time, everyMinute: true }, new Date(at))).toBe("within a minute");
  const part = text.split(" ").at(-1);
  expect(whenSeenOncePublished({ time, everyMinute: false })).toBe(`from the next ${part}`);
  expect(whenSeenOncePublished({ time, everyMinute: true })).toBe("within a minute");
});

test("a rep reads beside a case who can see the comment, in every state, and from when if the next edition brings it", () => {
  const texts = Object.values(CommentState).map((state) => [state, visibilityText(state, daily, now)]);
  expect(Object.fromEntries(texts)).toEqual({
    held: "Only its author and reps can see it. If you publish it now, everyone can see it from tomorrow morning.",
    ready: "It is in the next edition. Everyone can see it from tomorrow morning.",
    published: "Everyone can see it.",
    returned: "Only its author and reps can see it. The author can change it.",
    rejected: "Only its author and reps can see it.",
    removed: "It was public. Now only its author and reps can see it.",
    withdrawn: null,
  });
  expect(visibilityText("ready", everyMinute, now)).toBe(
    "It is in the next edition. Everyone can see it within a minute.",
  );
});
