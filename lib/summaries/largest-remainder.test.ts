import { describe, expect, test } from "vitest";
import { apportion, percentages } from "./largest-remainder";

describe("percentages", () => {
  test("that each round up alone still add up to 100", () => {
    expect(percentages([2, 2, 2, 1])).toEqual([29, 29, 28, 14]);
    expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentages([275, 695, 30])).toEqual([27, 70, 3]);
  });

  test("of all small counts add up to 100, and none is a whole point or more from its exact value", () => {
    for (let a = 0; a <= 12; a++)
      for (let b = 0; b <= 12; b++)
        for (let c = 0; c <= 12; c++) {
          const shares = percentages([a, b, c]);
          const sum = a + b + c;
          expect(shares.reduce((x, y) => x + y)).toBe(sum === 0 ? 0 : 100);
          for (const [i, part] of [a, b, c].entries())
            if (sum > 0) expect(Math.abs((shares[i] as number) - (100 * part) / sum)).toBeLessThan(1);
        }
  });

  test("exact ones are left as they are", () => {
    for (let n = 0; n <= 100; n++) expect(percentages([n, 100 - n])).toEqual([n, 100 - n]);
  });
});

test("people are shared out by fives", () => {
  expect(apportion([38, 17], 55, 5)).toEqual([40, 15]);
  expect(apportion([36, 16], 50, 5)).toEqual([35, 15]);
  expect(apportion([0, 0], 50, 5)).toEqual([0, 0]);
});
