import { describe, expect, test } from "vitest";
import { ageText, burstText, nextFocusIndex, timeLeft } from "@/lib/moderation/queue/queue.rules";

describe("the next focus of the list", () => {
  test.each([
    ["b", "a b c d", "a c d", "c"],
    ["b", "a b c d", "new a d", "d"], // c was removed at the same time, and another row was added
    ["b", "a b c d", "d", "d"],
    ["d", "a b c d", "a b c e f", "e"], // rows of the next page
    ["d", "a b c d", "a b", "b"],
    ["b", "a b", "x y", "x"],
    ["b", "b", "x", "x"],
  ])("%s of %j, when %j is left: %s", (gone, before, now, then) => {
    const left = now.split(" ");
    expect(left[nextFocusIndex(gone, before.split(" "), left)]).toBe(then);
  });
});

test.each([
  [0, "just arrived"],
  [1, "arrived 1 minute ago"],
  [89, "arrived 89 minutes ago"],
  [90, "arrived 2 hours ago"],
  [36 * 60, "arrived 2 days ago"],
])("%i minutes after it opened a case says that it %s", (minutes, text) => {
  const now = new Date();
  expect(ageText(new Date(now.getTime() - minutes * 60_000), now)).toBe(text);
});

test("the time left or overdue is shown in fitting units", () => {
  const now = new Date();
  const at = (minutes: number) => timeLeft(new Date(now.getTime() + minutes * 60_000), now);
  expect(at(60)).toEqual({ timeLeftText: "60 minutes left", isLate: false, isSoon: true });
  expect(at(-120)).toEqual({ timeLeftText: "2 hours late", isLate: true, isSoon: false });
  expect(at(3 * 1440)).toEqual({ timeLeftText: "3 days left", isLate: false, isSoon: false });
});

test("reps are warned of a burst of new people in numbers only", () => {
  expect(burstText({ places: 0, people: 0 })).toBeNull();
  expect(burstText({ places: 1, people: 9 })).toBe("9 new people gave the same district and kind of work this week.");
  expect(burstText({ places: 3, people: 12 })).toBe(
    "12 new people gave the same district and kind of work this week, and there are 2 more such places.",
  );
});
