/** A piece of a text, by offsets in UTF-16 units: text.slice(start, end). */
export type Span = { start: number; end: number };

/** The sentences of a text without the space around them, in order; line breaks end one too. */
export function splitSentences(text: string): Span[] {
  const segments = new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ index, segment }) => {
    const start = index + (segment.length - segment.trimStart().length);
    return { start, end: start + segment.trim().length };
  }).filter(({ start, end }) => end > start);
}
