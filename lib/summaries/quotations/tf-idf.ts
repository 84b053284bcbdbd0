/** How much each word weighs in a text; the vector has length 1, or is empty. */
export type WordVector = Map<string, number>;

const common = new Set(
  `a about all also am an and any are as at be because been but by can could did do does don for from get had has have he
  her his how i if in into is it its just like me more most my no not of on or our out she should so some than that the
  their them then there they this those to too up us very was we were what when where which who will with would you
  your`.split(/\s+/),
);

/** The stems of a text's words, common words left out: lower case, without plural, -ing, -ed, -ly and -ship. */
export function stemsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !common.has(word)).map(stem);
}

/** Weighs words by how few of the texts have them (tf–idf, with 1 added so that a word in every text still weighs). */
export function wordVectors(texts: readonly string[]): WordVector[] {
  const stems = texts.map(stemsOf);
  const having = new Map<string, number>();
  for (const words of stems) for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
  const rarity = (word: string) => 1 + Math.log(texts.length / (having.get(word) as number));
  return stems.map((words) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return toLengthOne(new Map([...counts].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)])));
  });
}

/** The middle of several texts. */
export function centreOf(vectors: readonly WordVector[]): WordVector {
  const sum: WordVector = new Map();
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  return toLengthOne(sum);
}

/** From 0, no word in common, to 1. */
export function likeness(a: WordVector, b: WordVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return Math.min(1, sum);
}

function toLengthOne(vector: WordVector): WordVector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

/** Enough to bring apprentice, apprentices and apprenticeships together; not a grammar. */
function stem(word: string): string {
  const singular = word
    .replace(/ies$/, "y")
    .replace(/(ss|us|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const cut = singular.replace(/(ship|ing|ed|ly|ment)$/, "");
  const kept = cut.length >= 4 ? cut : singular;
  return kept.length > 4 ? kept.replace(/e$/, "") : kept;
}
