import fc from "fast-check";
import { expect, test } from "vitest";
import { shownCount, shownShare, shownWait } from "@/lib/moderation/decisions/transparency.rules";

test("law: few and none look the same, and any count shown stands for at least five and is out by two at most", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (count) => {
      const shown = shownCount(count);
      if (shown === null) return count < 5;
      return shown % 5 === 0 && shown >= 5 && Math.abs(shown - count) <= 2;
    }),
  );
  expect([0, 4, 5, 7, 8].map(shownCount)).toEqual([null, null, 5, 5, 10]);
});

test("shares and waits of fewer than ten are not shown", () => {
  expect([shownShare(3, 9), shownShare(3, 10), shownShare(0, 0)]).toEqual([null, 30, null]);
  expect([shownWait(5.4, 9), shownWait(5.4, 10), shownWait(null, 0)]).toEqual([null, 5, null]);
});
