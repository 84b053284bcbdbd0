import { cutText } from "@/lib/characters";
import { simplifyChinese } from "@/lib/comments/threads/chinese-variant.rules";
import { type Segment, splitAtSpans } from "@/lib/text-spans";

/** The longest text that is searched for, in UTF-16 units. */
export const maxSearchLength = 100;

/** What is searched for: a typed text without characters that cannot be stored, cut when it is too long. */
export function parseSearchText(typed: string): { text: string; wasCut: boolean } {
  const text = typed
    .normalize("NFC")
    .replace(/[\0\p{Surrogate}]/gu, " ")
    .trim();
  const cut = cutText(text, maxSearchLength);
  // not in the middle of a word, where there is another
  return { text: cut === text ? text : cut.replace(/(\s)\S*$/, "").trim() || cut, wasCut: cut !== text };
}

/** A word, or words in quotation marks that must follow each other; `isExcluded`: it must be absent. */
export type SearchTerm = { text: string; isExcluded: boolean };

/** Alternatives, of each of which all terms must hold: bus "late at night" or tram -taxi. */
export function parseSearchTerms(searchText: string): SearchTerm[][] {
  const alternatives: SearchTerm[][] = [[]];
  for (const [, minus, phrase, word = ""] of searchText.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/g)) {
    if (phrase === undefined && !minus && word.toLowerCase() === "or") alternatives.push([]);
    else alternatives.at(-1)?.push({ text: phrase ?? word, isExcluded: minus === "-" });
  }
  return alternatives.filter((terms) => terms.length > 0);
}

// PostgreSQL takes a run of these for one word, so that it cannot mark a part of it: see searchable_text in
// prisma/migrations/20261201030100_search_in_any_script
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const excerptMargin = 60;

/**
 * The excerpt of a comment for terms in scripts that put no spaces between words, marked; null when no such term is in
 * the text.
 */
export function unspacedExcerpt(text: string, searchText: string): Segment[] | null {
  const composed = text.normalize("NFC");
  const terms = parseSearchTerms(searchText)
    .flat()
    .filter((term) => !term.isExcluded && unspacedScript.test(term.text));
  const spans = terms.flatMap((term) => findAll(composed, term.text));
  if (spans.length === 0) return null;
  const first = Math.min(...spans.map(([from]) => from));
  const start = cutText(composed, Math.max(0, first - excerptMargin)).length;
  const excerpt = cutText(composed.slice(start), 4 * excerptMargin);
  const marked = splitAtSpans(
    excerpt,
    spans.map(([from, to]) => [from - start, to - start] as const),
  ).map(({ text: part, isMarked }) => ({ text: part, isMarked }));
  const ellipsis = { text: "…", isMarked: false };
  return [...(start > 0 ? [ellipsis] : []), ...marked, ...(start + excerpt.length < composed.length ? [ellipsis] : [])];
}

function findAll(text: string, term: string): [number, number][] {
  const spans: [number, number][] = [];
  const [lowerText = "", lowerTerm = ""] = [text, term].map((each) => simplifyChinese(each.toLowerCase()));
  for (let at = lowerText.indexOf(lowerTerm); at >= 0; at = lowerText.indexOf(lowerTerm, at + lowerTerm.length))
    spans.push([at, at + term.length]);
  return spans;
}

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
