import type { Segment } from "@/lib/text-spans";

/** A text of which some parts are marked. */
export function MarkedSegments({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, isMarked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text never change places
    isMarked ? <mark key={index}>{text}</mark> : text,
  );
}
