/** Part of a text, text.slice(start, end), by offsets in UTF-16 units. */
export type Span = { start: number; end: number };

/** The sentences of a text in order, without surrounding space. A line break ends a sentence too. */
export function splitSentences(text: string): Span[] {
  const segments = new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ index, segment }) => {
    const start = index + (segment.length - segment.trimStart().length);
    return { start, end: start + segment.trim().length };
  }).filter(({ start, end }) => end > start);
}
