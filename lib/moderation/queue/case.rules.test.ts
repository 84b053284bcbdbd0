import { expect, test } from "vitest";
import { endOfDay } from "@/lib/dates";
import { caseLane, dueAt } from "@/lib/moderation/queue/case.rules";

test("a new comment is due in 3 days, an appeal in 7, a report of illegal content in 1, whoever is in danger in hours", () => {
  const openedAt = new Date("2027-03-27T21:00:00Z"); // the clocks change in the night
  const hours = (due: Date) => (due.getTime() - openedAt.getTime()) / 3_600_000;
  expect(hours(dueAt("pre_moderation", openedAt))).toBe(72);
  expect(hours(dueAt("appeal", openedAt))).toBe(7 * 24);
  expect(hours(dueAt("sanction_appeal", openedAt))).toBe(7 * 24);
  expect(hours(dueAt("illegal", openedAt))).toBe(24);
  expect(hours(dueAt("report", openedAt, true))).toBe(4);
  expect(dueAt("second_look", openedAt)).toEqual(endOfDay("2027-04-10"));
});

test("a report of illegal content is in the first lane, somebody in danger in the next, a second opinion in neither", () => {
  expect([caseLane("illegal", false), caseLane("illegal", true)]).toEqual(["illegal", "illegal"]);
  expect([caseLane("report", true), caseLane("report", false)]).toEqual(["danger", "ordinary"]);
  expect(caseLane("appeal", true)).toBe("ordinary");
});
