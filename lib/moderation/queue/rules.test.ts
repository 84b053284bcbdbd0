import { describe, expect, test } from "vitest";
import { placeAfter } from "@/lib/moderation/queue/rules";

describe("where the list goes on", () => {
  test.each([
    ["b", "a b c d", "a c d", "c"],
    ["b", "a b c d", "new a d", "d"], // c went at the same time, and one came
    ["b", "a b c d", "d", "d"],
    ["d", "a b c d", "a b c e f", "e"], // the next page
    ["d", "a b c d", "a b", "b"],
    ["b", "a b", "x y", "x"],
    ["b", "b", "x", "x"],
  ])("%s of %j, when %j is left: %s", (gone, before, now, then) => {
    const left = now.split(" ");
    expect(left[placeAfter(gone, before.split(" "), left)]).toBe(then);
  });
});
