import { diffWordsWithSpace } from "diff";
import type { Segment } from "@/lib/text-spans";

/** A run of words: in both texts, or in one of them only. */

/** Longer edits than this are shown as two texts without marks: finding the least difference would take too long. */
const maxEdits = 4_000;

/** Two texts side by side, each in runs; joined, the runs are the text again. */
export function diffSideBySide(left: string, right: string): { left: Segment[]; right: Segment[] } {
  const changes = diffWordsWithSpace(left, right, { maxEditLength: maxEdits, timeout: 500 });
  if (!changes) return { left: [{ text: left, isMarked: true }], right: [{ text: right, isMarked: true }] };
  const toRun = ({ value, added, removed }: (typeof changes)[number]) => ({ text: value, isMarked: added || removed });
  return {
    left: changes.filter(({ added }) => !added).map(toRun),
    right: changes.filter(({ removed }) => !removed).map(toRun),
  };
}
