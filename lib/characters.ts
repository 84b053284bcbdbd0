/** A text with "\n" at the end of each line: forms are sent with "\r\n", and a line end counts as one character. */
export const unifyLineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

/** How many characters a text has where a limit applies: code points, a line end as one. */
export const countCharacters = (text: string) => [...unifyLineEnds(text)].length;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The start of a text, with so many UTF-16 units at most. It never ends inside a character as people see it: an emoji, a
 * letter with its accents, a flag.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = segmenter.segment(text).containing(maxLength)?.index ?? maxLength;
  // a single "character" of hundreds of accents is cut all the same, between code points
  if (end === 0) return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "");
  return text.slice(0, end);
}

/** A text with so many UTF-16 units at most, and "…" when it was cut. */
export const shortenText = (text: string, maxLength: number) =>
  text.length <= maxLength ? text : `${cutText(text, maxLength).trimEnd()}…`;

// not white space, nor what draws nothing: zero-width and bidirectional marks, fillers, tags, soft hyphens, the empty
// braille cell, accents without a letter, the sign that a paste leaves in the place of a picture
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\p{M}\u2800\uFFFC]/u;

/** Whether a text has anything to see. */
export const hasVisibleText = (text: string): boolean => visible.test(text);

/** A text as HTML holds it, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
