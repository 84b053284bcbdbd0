import { diffWordsWithSpace } from "diff";
import type { Segment } from "@/lib/text-spans";

/** Texts that differ by more edits are shown as different throughout: finding the smallest difference takes too long. */
const maxEdits = 4_000;

/** Compares two texts by word. What is only in one text is marked there; joined, the segments are the text again. */
export function diffSideBySide(left: string, right: string): { left: Segment[]; right: Segment[] } {
  const changes = diffWordsWithSpace(left, right, { maxEditLength: maxEdits, timeout: 500 });
  if (!changes) return { left: [{ text: left, isMarked: true }], right: [{ text: right, isMarked: true }] };
  const toSegment = ({ value, added, removed }: (typeof changes)[number]) => ({
    text: value,
    isMarked: added || removed,
  });
  return {
    left: changes.filter(({ added }) => !added).map(toSegment),
    right: changes.filter(({ removed }) => !removed).map(toSegment),
  };
}
