import { expect, test } from "vitest";
import { backlogClaim } from "@/lib/moderation/queue/queue-figures.rules";

const over = (first: number, last: number) =>
  backlogClaim([first, ...Array<number>(12).fill(3), last].map((open) => ({ open })));

test("the title of a backlog says how many wait and how that has changed", () => {
  expect(over(2, 2)).toBe("2 cases are waiting, as many as 13 days ago");
  expect(over(5, 1)).toBe("1 case is waiting, 4 fewer than 13 days ago");
  expect(over(0, 1200)).toBe("1,200 cases are waiting, 1,200 more than 13 days ago");
  expect(over(3, 0)).toBe("Nothing is waiting, 3 fewer than 13 days ago");
});
