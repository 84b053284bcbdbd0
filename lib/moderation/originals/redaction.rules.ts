import type { Span } from "@/lib/text-spans";

/** Replaces masked text. */
export const redactionMark = "[masked]";

/** Replaces each span by one mark, which hides its length too. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = "";
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    masked += `${text.slice(at, Math.max(at, from))}${redactionMark}`;
    at = Math.max(at, to);
  }
  return masked + text.slice(at);
}
