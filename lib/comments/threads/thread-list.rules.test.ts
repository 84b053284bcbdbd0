import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dailyShuffleStart,
  formatListCursor,
  type ListCursor,
  parseListCursor,
} from "@/lib/comments/threads/thread-list.rules";
import { threadListQuery, threadListQueryString, threadSorts } from "@/lib/comments/threads/thread-list.schema";

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const week = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const anyCursor: fc.Arbitrary<ListCursor> = fc.oneof(
  fc.record({ sort: fc.constant("newest" as const), week: week.map((date) => new Date(dayOf(date))), id }),
  fc.record({ sort: fc.constant("discussed" as const), value: fc.nat(100_000), id }),
  fc.record({
    sort: fc.constant("supported" as const),
    value: fc.double({ min: 0, max: 1, noNaN: true }).filter((x) => !Object.is(x, -0) && (x === 0 || x > 1e-90)),
    id,
  }),
  fc.record({ sort: fc.constant("shuffled" as const), day: week.map(dayOf), hasWrapped: fc.boolean(), id }),
);

test("a cursor's text gives the cursor back", () => {
  fc.assert(
    fc.property(anyCursor, (cursor) => {
      expect(parseListCursor(cursor.sort, formatListCursor(cursor))).toEqual(cursor);
    }),
  );
});

test("the longest number that JavaScript writes out comes back too", () => {
  const cursor = { sort: "supported", value: 0.0000010000000000000002, id: "a" } as const;
  expect(parseListCursor("supported", formatListCursor(cursor))).toEqual(cursor);
});

test("anything else is no cursor", () => {
  fc.assert(
    fc.property(fc.constantFrom(...threadSorts), fc.string(), (sort, text) => {
      const cursor = parseListCursor(sort, text);
      if (cursor) expect(cursor.sort).toBe(sort);
    }),
  );
  for (const text of ["", "2026-13-45.abc", "1.", ".abc", "2026-01-01.a'b"])
    expect(parseListCursor("newest", text)).toBeNull();
  expect(parseListCursor("supported", "7e99.abc")).toBeNull();
});

test("the shuffle begins elsewhere each day", () => {
  const starts = new Set(Array.from({ length: 365 }, (_, n) => dailyShuffleStart(dayOf(new Date(2026, 0, 1 + n, 12)))));
  expect(starts.size).toBe(365);
});

test("an address holds only what was chosen, and is read back", () => {
  const empty = threadListQuery.parse({});
  expect(threadListQueryString(empty)).toBe("");
  expect(threadListQuery.parse({ sort: "", stance: "", theme: "", q: "  " })).toEqual(empty);
  const query = { ...empty, sort: "supported" as const, stance: "against" as const, section: 3, q: "late bus" };
  expect(threadListQuery.parse(Object.fromEntries(new URLSearchParams(threadListQueryString(query))))).toEqual(query);
  for (const wrong of [{ sort: "best" }, { stance: "x" }, { theme: "a b" }, { section: "0" }])
    expect(threadListQuery.safeParse(wrong).success).toBe(false);
  expect(threadListQuery.parse({ q: "x".repeat(101) }).q).toBe("x".repeat(100)); // cut, with a message on the page
});
