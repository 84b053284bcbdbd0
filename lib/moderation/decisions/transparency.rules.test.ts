import fc from "fast-check";
import { expect, test } from "vitest";
import { suppressCount, suppressShare, suppressWait, waitText } from "@/lib/moderation/decisions/transparency.rules";

test("none and few look the same; a count that is shown is at least 5 and off by 2 at most", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (count) => {
      const shown = suppressCount(count);
      if (shown === null) return count < 5;
      return shown % 5 === 0 && shown >= 5 && Math.abs(shown - count) <= 2;
    }),
  );
  expect([0, 4, 5, 7, 8].map(suppressCount)).toEqual([null, null, 5, 5, 10]);
});

test("shares and waits of fewer than ten cases are not shown", () => {
  expect([suppressShare(3, 9), suppressShare(3, 10), suppressShare(0, 0)]).toEqual([null, 30, null]);
  expect([suppressShare(1, 300), suppressShare(299, 300), suppressShare(0, 300), suppressShare(300, 300)]).toEqual([
    ...[1, 99, 0, 100],
  ]);
  expect([suppressWait(5.4, 9), suppressWait(5.4, 10), suppressWait(null, 0)]).toEqual([null, 5, null]);
});

test("a wait is never 0 hours", () => {
  const waits = [null, 0, 1, 5, 47, 48, 100].map(waitText);
  expect(waits).toEqual(["too few to say", "under 1 hour", "1 hour", "5 hours", "47 hours", "2 days", "4 days"]);
});
