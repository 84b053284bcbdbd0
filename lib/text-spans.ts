/** Part of a text: [from, to) in UTF-16 units, as JavaScript counts them. */
export type Span = readonly [from: number, to: number];

/** A stretch of a text, in order with the others. */
export type Segment = { text: string; isMarked: boolean };

/** The spans in order, clipped to the text, empty ones left out, touching and overlapping ones joined. */
export function normaliseSpans(text: string, spans: readonly Span[]): [number, number][] {
  const normalised: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const [start, end] = [Math.max(0, from), Math.min(text.length, to)];
    if (start >= end) continue;
    const last = normalised.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else normalised.push([start, end]);
  }
  return normalised;
}

/** The text cut at the edges of the spans, which are marked. `from` is where a segment begins. */
export function splitAtSpans(text: string, spans: readonly Span[]): (Segment & { from: number })[] {
  const segments: (Segment & { from: number })[] = [];
  let position = 0;
  for (const [from, to] of normaliseSpans(text, spans)) {
    if (from > position) segments.push({ text: text.slice(position, from), from: position, isMarked: false });
    segments.push({ text: text.slice(from, to), from, isMarked: true });
    position = to;
  }
  if (position < text.length) segments.push({ text: text.slice(position), from: position, isMarked: false });
  return segments;
}

/** Every occurrence of a phrase, ignoring case and the kind of white space; only at word boundaries. */
export function findPhrase(text: string, phrase: string): [number, number][] {
  const trimmed = phrase.trim();
  if (trimmed === "") return [];
  const literal = trimmed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const before = /^[\p{L}\p{N}]/u.test(trimmed) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(trimmed) ? "(?![\\p{L}\\p{N}])" : "";
  const pattern = new RegExp(`${before}${literal}${after}`, "giu");
  return [...text.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length]);
}

/**
 * Every match of a pattern, which has the flag "g" and matches no empty text. Faster than `matchAll`, which copies the
 * pattern at each call: the patterns of the checks are long, and all of them are tried on every comment.
 */
export function findMatches(text: string, pattern: RegExp): { start: number; end: number }[] {
  const matches: { start: number; end: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    matches.push({ start: match.index, end: pattern.lastIndex });
  return matches;
}
