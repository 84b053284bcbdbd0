/** The weight of each stem in a text; the vector has length 1, or is empty. */
export type TermVector = Map<string, number>;

const stopList = new Set(
  `a about all also am an and any are as at be because been but by can could did do does don for from get had has have he
  her his how i if in into is it its just like me more most my no not of on or our out she should so some than that the
  their them then there they this those to too up us very was we were what when where which who will with would you
  your`.split(/\s+/),
);

/** The stems of a text in lower case, without stop words. */
export function listStems(text: string): string[] {
  const tokens =
    text
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return tokens.filter((token) => !stopList.has(token)).map(stem);
}

/** tf–idf vectors, with 1 added to the inverse document frequency so that a stem in every text still has weight. */
export function tfIdfVectors(texts: readonly string[]): TermVector[] {
  const stems = texts.map(listStems);
  const documentCounts = new Map<string, number>();
  for (const terms of stems)
    for (const term of new Set(terms)) documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1);
  const inverseDocumentFrequency = (term: string) => 1 + Math.log(texts.length / (documentCounts.get(term) as number));
  return stems.map((terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return normalise(
      new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * inverseDocumentFrequency(term)])),
    );
  });
}

export function centroidOf(vectors: readonly TermVector[]): TermVector {
  const sum: TermVector = new Map();
  for (const vector of vectors) for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return normalise(sum);
}

/** From 0, no stem in common, to 1. */
export function cosineSimilarity(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return Math.min(1, sum);
}

function normalise(vector: TermVector): TermVector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}

/** Removes plurals, -ship, -ing, -ed, -ly and -ment: a rough stemmer that maps apprentices and apprenticeship to one stem. */
function stem(word: string): string {
  const singular = word
    .replace(/ies$/, "y")
    .replace(/(ss|us|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const cut = singular.replace(/(ship|ing|ed|ly|ment)$/, "");
  const shortened = cut.length >= 4 ? cut : singular;
  return shortened.length > 4 ? shortened.replace(/e$/, "") : shortened;
}
