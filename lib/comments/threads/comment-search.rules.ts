import type { Segment } from "@/lib/text-spans";

// Private-use characters, which no keyboard types: PostgreSQL puts them around the words it found.
export const highlightStart = "\uE000";
export const highlightEnd = "\uE001";
/** Replaces "<" in the text that PostgreSQL searches. */
export const lessThanPlaceholder = "\uE002";

/** An excerpt as PostgreSQL highlights it, with the words that were searched for marked. */
export function splitHighlights(excerpt: string): Segment[] {
  return excerpt
    .replaceAll(lessThanPlaceholder, "<")
    .split(highlightStart)
    .flatMap((part, index) => {
      const [highlighted = "", ...rest] = index === 0 ? ["", part] : part.split(highlightEnd);
      return [
        { text: highlighted, isMarked: true },
        { text: rest.join(""), isMarked: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
