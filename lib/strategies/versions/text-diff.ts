import { diffWordsWithSpace } from "diff";

/** A run of text: unchanged, added or removed. */
export type TextChange = { text: string; kind: "unchanged" | "added" | "removed" };

/** Beyond this many edits the text counts as replaced, since finding the shortest diff would take too long. */
const maxEdits = 2_000;

/** The word diff of two texts. Without the removed runs it is `after`; without the added ones, `before`. */
export function diffText(before: string, after: string): TextChange[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: maxEdits, timeout: 300 });
  if (!parts) {
    return [
      { text: before, kind: "removed" },
      { text: after, kind: "added" },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "unchanged",
  }));
}
