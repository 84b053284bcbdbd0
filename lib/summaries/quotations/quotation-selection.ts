import { type Span, splitSentences } from "./sentences";
import { centroidOf, cosineSimilarity, type TermVector, tfIdfVectors } from "./tf-idf";

/** A published comment. `group`: the opinion group that it describes, if any. */
export type QuotableComment = {
  id: string;
  text: string;
  theme: string;
  group: string | null;
  agrees: number;
  disagrees: number;
  passes: number;
};

/** `quotation` is exactly text.slice(start, end) of the comment. `minority`: chosen as the minority view. */
export type Quotation = Span & { comment: string; quotation: string; group: string | null; minority: boolean };

type ScoredComment = QuotableComment & { vector: TermVector; relevance: number };

/** The weight of relevance to the theme, against similarity to other quotations. */
const relevanceWeight = 0.7;

/** Above this similarity a comment repeats another quotation, such as a copy from the same campaign. */
const duplicateSimilarity = 0.9;

/** In characters. A longer comment is quoted in part, by complete sentences. */
const maxQuotationLength = 280;

/**
 * Up to `n` quotations for each theme by maximal marginal relevance (Carbonell and Goldstein, 1998) over tf–idf vectors
 * of stems: 0.7 · similarity to the theme's centroid − 0.3 · greatest similarity to a quotation already chosen. One is
 * reserved for a minority view, if there is one; then each group with comments gets one, the largest first; the rest
 * go by relevance. The same comments in any order give the same quotations.
 * @param n at least 2, so that a minority view is never the only quotation on a theme
 * @returns by theme id, in order; the minority view last
 */
export function chooseQuotations(comments: readonly QuotableComment[], n: number): Map<string, Quotation[]> {
  if (n < 2) throw new RangeError("n must be at least 2");
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
  const vectors = tfIdfVectors(sorted.map(({ text }) => text));
  const centroid = centroidOf(vectors);
  const scored = sorted.map((comment, i): ScoredComment => {
    const vector = vectors[i] as TermVector;
    return { ...comment, vector, relevance: cosineSimilarity(vector, centroid) };
  });
  const minority = scored.length > 1 ? findMinorityView(scored) : null;
  const selected = minority ? [minority] : [];
  for (const group of [...groupsBySize(scored), undefined]) {
    while (selected.length < n) {
      if (group !== undefined && selected.some((comment) => comment.group === group)) break;
      const next = findMostRelevant(
        scored.filter((comment) => group === undefined || comment.group === group),
        selected,
      );
      if (!next) break;
      selected.push(next);
    }
  }
  const quote = (comment: ScoredComment) => ({
    ...toQuotation(comment, centroidWithout(comment, scored)),
    minority: comment === minority,
  });
  const others = selected.filter((comment) => comment !== minority).map(quote);
  return minority ? [...others, quote(minority)] : others;
}

/**
 * The minority view: of the comments with more disagreements than agreements, the one with most agreements; else, with
 * several groups, the most relevant comment of the smallest; else none.
 */
function findMinorityView(comments: ScoredComment[]): ScoredComment | null {
  const rejected = comments.filter(({ agrees, disagrees }) => disagrees > agrees);
  if (rejected.length > 0) return rejected.reduce((best, comment) => (comment.agrees > best.agrees ? comment : best));
  const groups = groupsBySize(comments).filter((group) => group !== null);
  return groups.length > 1
    ? findMostRelevant(
        comments.filter(({ group }) => group === groups.at(-1)),
        [],
      )
    : null;
}

/** The centroid of the other comments, so that the repetitions in a long comment do not decide what is quoted from it. */
function centroidWithout(comment: ScoredComment, comments: ScoredComment[]): TermVector {
  return comments.length === 1
    ? comment.vector
    : centroidOf(comments.filter((other) => other !== comment).map(({ vector }) => vector));
}

function groupsBySize(comments: ScoredComment[]): (string | null)[] {
  const sizes = new Map<string | null, number>();
  for (const { group } of comments) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1)).map(([group]) => group);
}

function findMostRelevant(comments: ScoredComment[], selected: ScoredComment[]): ScoredComment | null {
  let best: { comment: ScoredComment; score: number } | null = null;
  for (const comment of comments) {
    const similarity = selected.reduce(
      (most, other) => Math.max(most, cosineSimilarity(comment.vector, other.vector)),
      0,
    );
    if (selected.includes(comment) || similarity > duplicateSimilarity) continue;
    const score = relevanceWeight * comment.relevance - (1 - relevanceWeight) * similarity;
    if (!best || score > best.score + 1e-12) best = { comment, score };
  }
  return best?.comment ?? null;
}

/** The full comment if it is short; else its sentence nearest the theme's centroid and the sentences after it that fit. */
function toQuotation({ id, text, group }: ScoredComment, centroid: TermVector): Omit<Quotation, "minority"> {
  const sentences = splitSentences(text);
  const fullSpan = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? text.length };
  const span =
    fullSpan.end - fullSpan.start <= maxQuotationLength ? fullSpan : findBestExcerpt(text, sentences, centroid);
  return { comment: id, group, ...span, quotation: text.slice(span.start, span.end) };
}

function findBestExcerpt(text: string, sentences: Span[], centroid: TermVector): Span {
  const vectors = tfIdfVectors(sentences.map(({ start, end }) => text.slice(start, end)));
  const scores = vectors.map((vector) => cosineSimilarity(vector, centroid));
  const best = scores.indexOf(Math.max(...scores));
  const { start, end } = sentences[best] as Span;
  const last = sentences.slice(best).findLast((sentence) => sentence.end - start <= maxQuotationLength);
  return { start, end: last?.end ?? end };
}
