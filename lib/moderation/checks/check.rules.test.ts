import { expect, test } from "vitest";
import { normaliseText } from "@/lib/moderation/checks/check.rules";

test("texts are the same without case, spacing and punctuation", () => {
  expect(normaliseText("  First bus,\nbefore SHIFT! ")).toBe(normaliseText("first bus before shift"));
  expect(normaliseText("First bus")).not.toBe(normaliseText("Last bus"));
});

test("texts without letters and numbers are the same only when their characters are", () => {
  const texts = ["👍", "👎", "…", "!!", "?!", "— —"];
  expect(new Set(texts.map(normaliseText)).size).toBe(texts.length);
  expect(normaliseText(" 👍\n ")).toBe(normaliseText("👍"));
});
