import { expect, test } from "vitest";
import { firstShownWeek, listWeeks, shownWeeks, weekOf } from "@/lib/summaries/week.rules";

test("weeks are listed by their Mondays, over the change of the clocks and the year", () => {
  const last = weekOf(new Date("2027-01-05T12:00:00Z"));
  const weeks = listWeeks(firstShownWeek(last), last);
  expect(weeks).toHaveLength(shownWeeks);
  expect([weeks[0], weeks[1], weeks.at(-1)]).toEqual(["2026-10-19", "2026-10-26", "2027-01-04"]);
  expect(listWeeks(last, last)).toEqual([last]);
  expect(listWeeks(undefined, last)).toEqual([]);
  expect(listWeeks("2027-01-11", last)).toEqual([]);
});
