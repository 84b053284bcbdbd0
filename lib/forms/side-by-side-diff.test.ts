import { describe, expect, test } from "vitest";
import { diffSideBySide } from "@/lib/forms/side-by-side-diff";

describe("two texts side by side", () => {
  test.each([
    ["We want earlier buses.", "We want earlier buses, and safe stops."],
    ["", "All new."],
    ["Same.", "Same."],
    ["one\n\ntwo three", "one\ntwo  three four"],
    ["x ".repeat(5_000), "y ".repeat(5_000)],
  ])("the segments of each side join to its text", (left, right) => {
    const texts = diffSideBySide(left, right);
    expect(texts.left.map(({ text }) => text).join("")).toBe(left);
    expect(texts.right.map(({ text }) => text).join("")).toBe(right);
  });
  test("what is only in one text is marked", () => {
    const { right } = diffSideBySide("We want buses.", "We want earlier buses.");
    expect(right.filter(({ isMarked }) => isMarked).map(({ text }) => text.trim())).toEqual(["earlier"]);
  });
});
