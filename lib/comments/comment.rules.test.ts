import { expect, test } from "vitest";
import { excerptOf } from "@/lib/comments/comment.rules";

test("an excerpt is cut between words", () => {
  expect(excerptOf("short")).toBe("short");
  expect(excerptOf(`${"word ".repeat(40)}`, 12)).toBe("word word…");
  expect(excerptOf("x".repeat(20), 10)).toBe(`${"x".repeat(10)}…`);
});
