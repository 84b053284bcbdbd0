import { diffWordsWithSpace } from "diff";

/** A run of words: in both texts, or in one of them only. */
export type Run = { text: string; isOnlyHere: boolean };

/** Longer edits than this are shown as two texts without marks: finding the least difference would take too long. */
const mostEdits = 4_000;

/** Two texts side by side, each in runs; joined, the runs are the text again. */
export function sideBySide(left: string, right: string): { left: Run[]; right: Run[] } {
  const changes = diffWordsWithSpace(left, right, { maxEditLength: mostEdits, timeout: 500 });
  if (!changes) return { left: [{ text: left, isOnlyHere: true }], right: [{ text: right, isOnlyHere: true }] };
  const run = ({ value, added, removed }: (typeof changes)[number]) => ({ text: value, isOnlyHere: added || removed });
  return {
    left: changes.filter(({ added }) => !added).map(run),
    right: changes.filter(({ removed }) => !removed).map(run),
  };
}
