import { expect, test } from "vitest";
import {
  addDays,
  dateOf,
  dateOfDay,
  endOfDay,
  formatDay,
  formatMoment,
  isDay,
  isoDay,
  startOfDay,
  startOfWeek,
} from "@/lib/dates";

const at = (iso: string) => new Date(iso);

test("a moment just after midnight in summer has the new day, the new week and the right time", () => {
  const moment = at("2027-06-30T23:30:00Z");
  expect(formatDay(moment)).toBe("1 July 2027");
  expect(isoDay(moment)).toBe("2027-07-01");
  expect(formatMoment(moment)).toBe("12:30am on 1 July 2027");
  expect(isoDay(startOfWeek(at("2027-07-04T23:57:00Z")))).toBe("2027-07-05");
  expect(isoDay(startOfWeek(at("2027-01-03T23:57:00Z")))).toBe("2026-12-28");
});

test("a day closes at 11:59pm in London, in winter and summer", () => {
  expect(endOfDay("2027-06-30").toISOString()).toBe("2027-06-30T22:59:59.000Z");
  expect(endOfDay("2027-12-31").toISOString()).toBe("2027-12-31T23:59:59.000Z");
  expect(formatMoment(endOfDay("2027-06-30"))).toBe("11:59pm on 30 June 2027");
  expect(formatMoment(at("2027-01-05T12:00:00Z"))).toBe("12:00pm on 5 January 2027");
});

// the clocks go forward on 28 March and back on 31 October 2027, both at 01:00 UTC
test.each([
  ["2027-03-28", "2027-03-28T00:00:00.000Z", "2027-03-28T22:59:59.000Z", 23],
  ["2027-10-31", "2027-10-30T23:00:00.000Z", "2027-10-31T23:59:59.000Z", 25],
])("the Sunday %s, on which the clocks change, begins and ends at midnight in London", (day, start, end, hours) => {
  expect(startOfDay(day).toISOString()).toBe(start);
  expect(endOfDay(day).toISOString()).toBe(end);
  expect((endOfDay(day).getTime() - startOfDay(day).getTime() + 1_000) / 3_600_000).toBe(hours);
  for (const moment of [startOfDay(day), endOfDay(day), new Date(startOfDay(day).getTime() + 2 * 3_600_000)]) {
    expect(isoDay(moment)).toBe(day);
    expect(isoDay(startOfWeek(moment))).toBe(addDays(day, -6));
  }
  const monday = new Date(endOfDay(day).getTime() + 1_000);
  expect(isoDay(monday)).toBe(addDays(day, 1));
  expect(isoDay(startOfWeek(monday))).toBe(addDays(day, 1));
  expect(isoDay(new Date(startOfDay(day).getTime() - 1_000))).toBe(addDays(day, -1));
});

test("a day as the database stores it is the same day on every day of the year", () => {
  for (let day = "2027-01-01"; day < "2028-01-01"; day = addDays(day, 1)) {
    expect(isoDay(dateOfDay(day))).toBe(day);
    expect(dateOf(startOfDay(day))).toEqual(dateOfDay(day));
    expect(dateOf(endOfDay(day))).toEqual(dateOfDay(day));
    expect(startOfWeek(dateOfDay(day)).getUTCDay()).toBe(1);
  }
});

test("a day that does not exist is none", () => {
  for (const day of ["2028-02-29", "2027-12-31", "1950-01-01"]) expect(isDay(day)).toBe(true);
  for (const day of [
    "2027-02-29",
    "2027-02-30",
    "2027-06-31",
    "2027-13-01",
    "2027-00-10",
    "0027-01-01",
    "2027-1-1",
    "",
  ])
    expect(isDay(day), day).toBe(false);
});
