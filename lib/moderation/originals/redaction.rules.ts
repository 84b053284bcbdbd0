import type { Span } from "@/lib/text-spans";

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
