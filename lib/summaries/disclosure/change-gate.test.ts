import { expect, test } from "vitest";
import { canMove, membershipChanges } from "./change-gate";

test("counts people who joined and people who left", () => {
  expect(membershipChanges([1, 2, 3], [2, 3, 4, 5])).toEqual({ joined: 2, left: 1 });
  expect(membershipChanges([], [7])).toEqual({ joined: 1, left: 0 });
  expect(membershipChanges([7], [7])).toEqual({ joined: 0, left: 0 });
});

test("four changes do not open the gate, five do, whether people join or leave", () => {
  expect(canMove([1, 2, 3], [1, 4, 5], 5)).toBe(false);
  expect(canMove([1, 2, 3], [4, 5, 6], 5)).toBe(true);
  expect(canMove([1, 2, 3, 4, 5], [], 5)).toBe(true);
});
