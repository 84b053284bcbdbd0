import { expect, test } from "vitest";
import { reactionMessage } from "@/lib/comments/reactions/reaction.rules";

test("says one's own reaction and the counts, one and many", () => {
  expect(reactionMessage("agree", { agrees: 1, disagrees: 0, passes: 1 })).toBe(
    "You agree. In total, 1 person agrees, 0 disagree, 1 passed.",
  );
  expect(reactionMessage("pass", { agrees: 12, disagrees: 1, passes: 3 })).toBe(
    "You passed. In total, 12 people agree, 1 disagrees, 3 passed.",
  );
  expect(reactionMessage("disagree", { agrees: 0, disagrees: 2, passes: 0 })).toMatch(/^You disagree\./);
});
