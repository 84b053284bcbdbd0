import { type Span, sentencesOf } from "./sentences";
import { centreOf, likeness, type WordVector, wordVectors } from "./tf-idf";

/** A published comment. `group` is the opinion group that it defines, if any. */
export type QuotableComment = {
  id: string;
  text: string;
  theme: string;
  group: string | null;
  agrees: number;
  disagrees: number;
  passes: number;
};

/** `quotation` is text.slice(start, end) of the comment, to the letter. `minority`: the place kept for a minority view. */
export type Quotation = Span & { comment: string; quotation: string; group: string | null; minority: boolean };

type Prepared = QuotableComment & { vector: WordVector; relevance: number };

/** How much what a quotation says of the theme weighs, against how little it repeats. */
const relevanceWeight = 0.7;

/** Above this, a comment says what another quotation already says: one of a campaign's copies is enough. */
const sameThing = 0.9;

/** A longer comment is quoted in part, by whole sentences; in characters. */
const longest = 280;

/**
 * In their words: for each theme up to `n` quotations by maximal marginal relevance (Carbonell and Goldstein, 1998),
 * 0.7 · likeness to the theme's middle − 0.3 · greatest likeness to what is already quoted, over tf–idf of stems. The
 * first place goes to a minority view when there is one; then each group that has comments gets one in turn, the
 * largest first; then whoever comes next by relevance. The same comments give the same quotations in any order.
 * @param n from 2, so that a minority view never stands alone for a theme
 * @returns by theme, in order of its name; the minority view last
 */
export function chooseQuotations(comments: readonly QuotableComment[], n: number): Map<string, Quotation[]> {
  if (n < 2) throw new RangeError("at least two quotations: what most say, and a minority view");
  const themes = [...new Set(comments.map(({ theme }) => theme))].sort();
  const chosen = themes.map((theme) =>
    chooseForTheme(
      comments.filter((comment) => comment.theme === theme),
      n,
    ),
  );
  return new Map(themes.map((theme, i) => [theme, chosen[i] as Quotation[]]));
}

function chooseForTheme(comments: QuotableComment[], n: number): Quotation[] {
  const sorted = comments.filter(({ text }) => text.trim() !== "").sort((a, b) => (a.id < b.id ? -1 : 1));
  const vectors = wordVectors(sorted.map(({ text }) => text));
  const centre = centreOf(vectors);
  const prepared = sorted.map((comment, i): Prepared => {
    const vector = vectors[i] as WordVector;
    return { ...comment, vector, relevance: likeness(vector, centre) };
  });
  const minority = prepared.length > 1 ? minorityView(prepared) : null;
  const taken = minority ? [minority] : [];
  for (const group of [...groupsBySize(prepared), undefined]) {
    while (taken.length < n) {
      if (group !== undefined && taken.some((one) => one.group === group)) break;
      const next = bestOf(
        prepared.filter((one) => group === undefined || one.group === group),
        taken,
      );
      if (!next) break;
      taken.push(next);
    }
  }
  const quote = (one: Prepared) => ({ ...quotationOf(one, centreWithout(one, prepared)), minority: one === minority });
  const others = taken.filter((one) => one !== minority).map(quote);
  return minority ? [...others, quote(minority)] : others;
}

/**
 * Who sees it otherwise: of the comments that more people disagreed with than agreed, the one that most agreed with, so
 * that it is held by some; else, where there are several groups, the most relevant of the smallest; else none.
 */
function minorityView(comments: Prepared[]): Prepared | null {
  const rejected = comments.filter(({ agrees, disagrees }) => disagrees > agrees);
  if (rejected.length > 0) return rejected.reduce((best, one) => (one.agrees > best.agrees ? one : best));
  const groups = groupsBySize(comments).filter((group) => group !== null);
  return groups.length > 1
    ? bestOf(
        comments.filter(({ group }) => group === groups.at(-1)),
        [],
      )
    : null;
}

/** The middle of what others said, so that a long comment is not quoted for what it only repeats itself. */
function centreWithout(one: Prepared, comments: Prepared[]): WordVector {
  return comments.length === 1 ? one.vector : centreOf(comments.filter((other) => other !== one).map((c) => c.vector));
}

function groupsBySize(comments: Prepared[]): (string | null)[] {
  const sizes = new Map<string | null, number>();
  for (const { group } of comments) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1)).map(([group]) => group);
}

function bestOf(comments: Prepared[], taken: Prepared[]): Prepared | null {
  let best: { one: Prepared; score: number } | null = null;
  for (const one of comments) {
    const repeated = taken.reduce((most, other) => Math.max(most, likeness(one.vector, other.vector)), 0);
    if (taken.includes(one) || repeated > sameThing) continue;
    const score = relevanceWeight * one.relevance - (1 - relevanceWeight) * repeated;
    if (!best || score > best.score + 1e-12) best = { one, score };
  }
  return best?.one ?? null;
}

/** The whole comment if it is short; else its sentence nearest the theme's middle and what follows, as far as fits. */
function quotationOf({ id, text, group }: Prepared, centre: WordVector): Omit<Quotation, "minority"> {
  const sentences = sentencesOf(text);
  const whole = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? text.length };
  const span = whole.end - whole.start <= longest ? whole : bestPart(text, sentences, centre);
  return { comment: id, group, ...span, quotation: text.slice(span.start, span.end) };
}

function bestPart(text: string, sentences: Span[], centre: WordVector): Span {
  const vectors = wordVectors(sentences.map(({ start, end }) => text.slice(start, end)));
  const scores = vectors.map((vector) => likeness(vector, centre));
  const best = scores.indexOf(Math.max(...scores));
  const { start, end } = sentences[best] as Span;
  const last = sentences.slice(best).findLast((sentence) => sentence.end - start <= longest);
  return { start, end: last?.end ?? end };
}
