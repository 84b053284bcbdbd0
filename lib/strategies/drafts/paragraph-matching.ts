import type { DraftSection } from "@/lib/strategies/drafts/draft.schema";

/** A section of the newest published version. */
export type PublishedSection = { id: string; title: string; paragraphs: { id: string; text: string }[] };

/** Paragraphs with at least this share of words in common are matched. */
const minSimilarity = 0.5;

/** How many of the most similar old paragraphs are considered for each new one. */
const maxCandidates = 8;

type OldParagraph = { id: string; text: string };
type NewParagraph = { key: string; text: string };

/**
 * Matches each new paragraph with the old one that it continues: first paragraphs of equal text in order, then the rest
 * by falling similarity. No old one is matched twice.
 * @returns old paragraph's id by the new one's key
 */
export function matchParagraphs(
  oldItems: readonly OldParagraph[],
  newItems: readonly NewParagraph[],
): Map<string, string> {
  const matches = new Map<string, string>();
  const byNormalisedText = new Map<string, OldParagraph[]>();
  for (const old of oldItems) {
    const normalised = normaliseText(old.text);
    byNormalisedText.set(normalised, [...(byNormalisedText.get(normalised) ?? []), old]);
  }
  for (const { key, text } of newItems) {
    const old = byNormalisedText.get(normaliseText(text))?.shift();
    if (old) matches.set(key, old.id);
  }
  const taken = new Set(matches.values());
  const toTokenIds = createTokenIndexer();
  const unmatchedOld = oldItems
    .filter(({ id }) => !taken.has(id))
    .map(({ id, text }) => ({ id, tokens: toTokenIds(text) }));
  const unmatchedNew = newItems
    .filter(({ key }) => !matches.has(key))
    .map(({ key, text }) => ({ key, tokens: toTokenIds(text) }));
  const pairs = unmatchedNew.flatMap(({ key, tokens }) => {
    const scored = unmatchedOld.map(({ id, tokens: oldTokens }) => ({ key, id, score: similarity(tokens, oldTokens) }));
    const similar = scored.filter(({ score }) => score >= minSimilarity);
    return similar.sort((a, b) => b.score - a.score).slice(0, maxCandidates);
  });
  for (const { key, id } of pairs.sort((a, b) => b.score - a.score)) {
    if (matches.has(key) || taken.has(id)) continue;
    matches.set(key, id);
    taken.add(id);
  }
  return matches;
}

/**
 * Gives new sections and paragraphs the ids of those that they continue. A section continues the one that most of its
 * matched paragraphs were in, or else the one with its title; no old section is matched twice.
 */
export function matchSections(
  oldItems: readonly PublishedSection[],
  newItems: readonly DraftSection[],
): DraftSection[] {
  const paragraphs = matchParagraphs(
    oldItems.flatMap((section) => section.paragraphs),
    newItems.flatMap((section) => section.paragraphs),
  );
  const sectionOf = new Map(oldItems.flatMap((old) => old.paragraphs.map(({ id }) => [id, old.id] as const)));
  const votes = newItems.flatMap(({ key, title, paragraphs: own }) =>
    oldItems.map((old) => {
      const shared = own.filter((each) => sectionOf.get(paragraphs.get(each.key) ?? "") === old.id).length;
      return { key, id: old.id, weight: shared + (normaliseText(old.title) === normaliseText(title) ? 0.5 : 0) };
    }),
  );
  const assigned = new Map<string, string>();
  for (const { key, id, weight } of votes.sort((a, b) => b.weight - a.weight)) {
    if (weight === 0 || assigned.has(key) || [...assigned.values()].includes(id)) continue;
    assigned.set(key, id);
  }
  return newItems.map((section) => ({
    ...section,
    sectionId: assigned.get(section.key) ?? null,
    paragraphs: section.paragraphs.map((each) => ({ ...each, paragraphId: paragraphs.get(each.key) ?? null })),
  }));
}

/**
 * For each removed section, the section that takes its threads: the one that has most of its paragraphs now, or else
 * the one with the most similar text.
 * @returns new section's id by the removed one's
 */
export function findSuccessorSections(
  oldItems: readonly PublishedSection[],
  newItems: readonly PublishedSection[],
): Map<string, string> {
  const toTokenIds = createTokenIndexer();
  const sectionTokens = (section: PublishedSection) =>
    toTokenIds([section.title, ...section.paragraphs.map(({ text }) => text)].join(" "));
  const newSections = newItems.map(({ id, paragraphs, ...rest }) => ({
    id,
    ids: new Set(paragraphs.map((each) => each.id)),
    tokens: sectionTokens({ id, paragraphs, ...rest }),
  }));
  const successors = new Map<string, string>();
  for (const old of oldItems) {
    if (newItems.some(({ id }) => id === old.id)) continue;
    const tokens = sectionTokens(old);
    const scored = newSections.map((section) => ({
      id: section.id,
      shared: old.paragraphs.filter((each) => section.ids.has(each.id)).length,
      similarity: diceCoefficient(tokens, section.tokens),
    }));
    const best = scored.sort((a, b) => b.shared - a.shared || b.similarity - a.similarity)[0];
    if (best) successors.set(old.id, best.id);
  }
  return successors;
}

/** Keeps what officers entered for a section when new content continues it. */
export function carryOverSectionDetails(before: readonly DraftSection[], now: readonly DraftSection[]): DraftSection[] {
  return now.map((section) => {
    const same = before.find(
      (old) => (section.sectionId !== null && old.sectionId === section.sectionId) || old.title === section.title,
    );
    if (!same) return section;
    const { summary, foundationId, themeIds, canChange } = same;
    return { ...section, summary, foundationId, themeIds, canChange };
  });
}

/** Keeps the description that officers entered for a picture when the new document has none. */
export function carryOverPictureText(before: readonly DraftSection[], now: readonly DraftSection[]): DraftSection[] {
  const pictureTexts = new Map<string, string>();
  for (const { paragraphs } of before)
    for (const { text, block } of paragraphs)
      if (block?.kind === "picture" && text && !pictureTexts.has(block.pictureId))
        pictureTexts.set(block.pictureId, text);
  return now.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((each) =>
      each.block?.kind === "picture" && !each.text
        ? { ...each, text: pictureTexts.get(each.block.pictureId) ?? "" }
        : each,
    ),
  }));
}

/** Lower case, without punctuation and repeated spaces. */
const normaliseText = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Maps each word of a text to a number, sorted; the same word has the same number in every text. */
function createTokenIndexer(): (text: string) => Uint32Array {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return (text) => Uint32Array.from(normaliseText(text).split(" ").filter(Boolean).map(numberOf)).sort();
}

/**
 * The share of words that two texts have in common, 0 to 1; 0 when it cannot reach `minSimilarity`. Both are sorted, so
 * that one pass over them is enough: long strategies are compared paragraph by paragraph.
 */
function similarity(a: Uint32Array, b: Uint32Array): number {
  const total = a.length + b.length;
  // too low even if the longer text had all words of the shorter
  return (2 * Math.min(a.length, b.length)) / total < minSimilarity ? 0 : diceCoefficient(a, b);
}

function diceCoefficient(a: Uint32Array, b: Uint32Array): number {
  const total = a.length + b.length;
  if (total === 0) return 0;
  let both = 0;
  let inB = 0;
  for (const word of a) {
    while (inB < b.length && (b[inB] ?? 0) < word) inB += 1;
    if (b[inB] !== word) continue;
    both += 1;
    inB += 1;
  }
  return (2 * both) / total;
}
