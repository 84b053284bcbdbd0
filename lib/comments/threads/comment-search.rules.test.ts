import { expect, test } from "vitest";
import {
  maxSearchLength,
  parseSearchTerms,
  parseSearchText,
  splitHighlights,
  unspacedExcerpt,
} from "@/lib/comments/threads/comment-search.rules";

test("the words that were found are marked", () => {
  expect(splitHighlights("The \uE000bus\uE001 is late. \uE000Buses\uE001")).toEqual([
    { text: "The ", isMarked: false },
    { text: "bus", isMarked: true },
    { text: " is late. ", isMarked: false },
    { text: "Buses", isMarked: true },
  ]);
  expect(splitHighlights("")).toEqual([]);
});

test("a long text is cut between words, and says so", () => {
  const typed = "the night bus is late ".repeat(6);
  const { text, wasCut } = parseSearchText(typed);
  expect(wasCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(maxSearchLength);
  expect(text).toMatch(/ (the|night|bus|is|late)$/);
  expect(parseSearchText(` ${"x".repeat(100)} `)).toEqual({ text: "x".repeat(100), wasCut: false });
  expect(parseSearchText("x".repeat(101))).toEqual({ text: "x".repeat(100), wasCut: true });
  expect(parseSearchText(`${"x".repeat(98)}👩‍👩‍👧‍👦`)).toEqual({ text: "x".repeat(98), wasCut: true });
});

test("words, phrases, excluded words and alternatives", () => {
  const term = (text: string, isExcluded = false) => ({ text, isExcluded });
  expect(parseSearchTerms('bus -taxi "late at night" OR zero-hours')).toEqual([
    [term("bus"), term("taxi", true), term("late at night")],
    [term("zero-hours")],
  ]);
  expect(parseSearchTerms("“night bus” or")).toEqual([[term("night bus")]]);
  expect(parseSearchTerms('"never closed')).toEqual([[term("never closed")]]);
  expect(parseSearchTerms("  ")).toEqual([]);
});

test("an excerpt of a script without spaces is short, around what was found, and marked", () => {
  const text = `${"あ".repeat(200)}残業代が出ない${"い".repeat(300)}`;
  const excerpt = unspacedExcerpt(text, "残業代") ?? [];
  expect(excerpt.filter(({ isMarked }) => isMarked)).toEqual([{ text: "残業代", isMarked: true }]);
  expect(excerpt.map((segment) => segment.text).join("").length).toBeLessThan(250);
  expect(unspacedExcerpt(text, "bus")).toBeNull();
  expect(unspacedExcerpt(text, "有給")).toBeNull();
});
