/** A part of a text, from and to, in UTF-16 units as JavaScript counts them; `to` is not in it. */
export type Span = readonly [from: number, to: number];

/** What stands where words were masked. */
export const redactionMark = "[masked]";

/** The text with each span masked by one mark, so that not even its length is told. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = "";
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    masked += `${text.slice(at, Math.max(at, from))}${redactionMark}`;
    at = Math.max(at, to);
  }
  return masked + text.slice(at);
}

/** The same places in order, touching and overlapping ones joined; empty ones and what is outside the text left out. */
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

/** Every place where the words stand in the text, whatever their case; whole words where they begin and end with one. */
export function findPhrase(text: string, phrase: string): [number, number][] {
  const trimmed = phrase.trim();
  if (trimmed === "") return [];
  const literal = trimmed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const before = /^[\p{L}\p{N}]/u.test(trimmed) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(trimmed) ? "(?![\\p{L}\\p{N}])" : "";
  const pattern = new RegExp(`${before}${literal}${after}`, "giu");
  return [...text.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length]);
}

/** The text cut at the spans' edges, for showing which parts are marked. */
export function splitAtSpans(
  text: string,
  spans: readonly Span[],
): { text: string; from: number; isMarked: boolean }[] {
  const parts: { text: string; from: number; isMarked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of normaliseSpans(text, spans)) {
    if (from > at) parts.push({ text: text.slice(at, from), from: at, isMarked: false });
    parts.push({ text: text.slice(from, to), from, isMarked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), from: at, isMarked: false });
  return parts;
}
