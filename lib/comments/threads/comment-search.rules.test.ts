import { expect, test } from "vitest";
import { splitHighlights } from "@/lib/comments/threads/comment-search.rules";

test("the words that were found are marked", () => {
  expect(splitHighlights("The \uE000bus\uE001 is late. \uE000Buses\uE001")).toEqual([
    { text: "The ", isMarked: false },
    { text: "bus", isMarked: true },
    { text: " is late. ", isMarked: false },
    { text: "Buses", isMarked: true },
  ]);
  expect(splitHighlights("")).toEqual([]);
});
