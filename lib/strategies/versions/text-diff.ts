import { diffWordsWithSpace } from "diff";

/** A run of words: unchanged, put in, or taken out. */
export type TextChange = { text: string; kind: "unchanged" | "added" | "removed" };

/** Longer edits than this are shown as all of the old and all of the new: finding the least would take too long. */
const maxEdits = 2_000;

/** What changed between two wordings. Without what was removed it is the new one; without what was added, the old one. */
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
