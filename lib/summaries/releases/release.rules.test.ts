import { expect, test } from "vitest";
import { percentage } from "@/lib/summaries/releases/release.rules";

test("percentages come from published figures alone", () => {
  expect(percentage(15, 40)).toBe(38);
  expect(percentage(null, 40)).toBeNull();
  expect(percentage(15, null)).toBeNull();
});
