import type { DraftSection } from "@/lib/strategies/drafts/draft.schema";

/** A section with its paragraphs as the newest published version words it. */
export type PublishedSection = { id: string; title: string; paragraphs: { id: string; text: string }[] };

/** From this share of words in common, a paragraph goes on from another. Under it, it is a new one. */
const alikeEnough = 0.5;

/** So many old paragraphs are looked at for each new one: the rest are less alike. */
const mostCandidates = 8;

type Old = { id: string; text: string };
type New = { key: string; text: string };

/**
 * Which old paragraph each new one goes on from: first those with the same words, in their order; then, of what is
 * left, the most alike pair before the next. No old one is given twice.
 * @returns the old one's id by the new one's key
 */
export function matchParagraphs(olds: readonly Old[], news: readonly New[]): Map<string, string> {
  const found = new Map<string, string>();
  const bySame = new Map<string, Old[]>();
  for (const old of olds) {
    const same = normal(old.text);
    bySame.set(same, [...(bySame.get(same) ?? []), old]);
  }
  for (const { key, text } of news) {
    const old = bySame.get(normal(text))?.shift();
    if (old) found.set(key, old.id);
  }
  const taken = new Set(found.values());
  const wordsOf = wordNumbers();
  const leftOlds = olds.filter(({ id }) => !taken.has(id)).map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const leftNews = news.filter(({ key }) => !found.has(key)).map(({ key, text }) => ({ key, words: wordsOf(text) }));
  const pairs = leftNews.flatMap(({ key, words }) => {
    const scored = leftOlds.map(({ id, words: old }) => ({ key, id, score: likeness(words, old) }));
    const alike = scored.filter(({ score }) => score >= alikeEnough);
    return alike.sort((a, b) => b.score - a.score).slice(0, mostCandidates);
  });
  for (const { key, id } of pairs.sort((a, b) => b.score - a.score)) {
    if (found.has(key) || taken.has(id)) continue;
    found.set(key, id);
    taken.add(id);
  }
  return found;
}

/**
 * Gives new sections the ids of what they go on from. A section goes on from the one that most of its matched
 * paragraphs were in, or else from the one with its title; no old section is given twice.
 */
export function matchSections(olds: readonly PublishedSection[], news: readonly DraftSection[]): DraftSection[] {
  const paragraphs = matchParagraphs(
    olds.flatMap((section) => section.paragraphs),
    news.flatMap((section) => section.paragraphs),
  );
  const sectionOf = new Map(olds.flatMap((old) => old.paragraphs.map(({ id }) => [id, old.id] as const)));
  const votes = news.flatMap(({ key, title, paragraphs: own }) =>
    olds.map((old) => {
      const shared = own.filter((each) => sectionOf.get(paragraphs.get(each.key) ?? "") === old.id).length;
      return { key, id: old.id, weight: shared + (normal(old.title) === normal(title) ? 0.5 : 0) };
    }),
  );
  const given = new Map<string, string>();
  for (const { key, id, weight } of votes.sort((a, b) => b.weight - a.weight)) {
    if (weight === 0 || given.has(key) || [...given.values()].includes(id)) continue;
    given.set(key, id);
  }
  return news.map((section) => ({
    ...section,
    sectionId: given.get(section.key) ?? null,
    paragraphs: section.paragraphs.map((each) => ({ ...each, paragraphId: paragraphs.get(each.key) ?? null })),
  }));
}

/**
 * Where the conversations of each section that went are to be: under the one that has most of its paragraphs now, or
 * else the one whose words are most like its own, or else the first.
 */
export function homesOf(olds: readonly PublishedSection[], news: readonly PublishedSection[]): Map<string, string> {
  const wordsOf = wordNumbers();
  const all = (section: PublishedSection) =>
    wordsOf([section.title, ...section.paragraphs.map(({ text }) => text)].join(" "));
  const newWords = news.map(({ id, paragraphs, ...rest }) => ({
    id,
    ids: new Set(paragraphs.map((each) => each.id)),
    words: all({ id, paragraphs, ...rest }),
  }));
  const homes = new Map<string, string>();
  for (const old of olds) {
    if (news.some(({ id }) => id === old.id)) continue;
    const words = all(old);
    const scored = newWords.map((section) => ({
      id: section.id,
      shared: old.paragraphs.filter((each) => section.ids.has(each.id)).length,
      alike: shareInCommon(words, section.words),
    }));
    const best = scored.sort((a, b) => b.shared - a.shared || b.alike - a.alike)[0];
    if (best) homes.set(old.id, best.id);
  }
  return homes;
}

/** What an officer said of a section by hand stays, where the new words go on from it. */
export function keepSaid(before: readonly DraftSection[], now: readonly DraftSection[]): DraftSection[] {
  return now.map((section) => {
    const same = before.find(
      (old) => (section.sectionId !== null && old.sectionId === section.sectionId) || old.title === section.title,
    );
    if (!same) return section;
    const { summary, foundationId, themeIds, canChange } = same;
    return { ...section, summary, foundationId, themeIds, canChange };
  });
}

/** What somebody said that a picture shows stays with the picture, when the document itself does not say it. */
export function withPictureWords(before: readonly DraftSection[], now: readonly DraftSection[]): DraftSection[] {
  const words = new Map<string, string>();
  for (const { paragraphs } of before)
    for (const { text, block } of paragraphs)
      if (block?.kind === "picture" && text && !words.has(block.pictureId)) words.set(block.pictureId, text);
  return now.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((each) =>
      each.block?.kind === "picture" && !each.text ? { ...each, text: words.get(each.block.pictureId) ?? "" } : each,
    ),
  }));
}

/** The same words, however they are set: case, spaces and signs do not count. */
const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Numbers words, the same word always alike. */
function wordNumbers(): (text: string) => Uint32Array {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return (text) => Uint32Array.from(normal(text).split(" ").filter(Boolean).map(numberOf)).sort();
}

/**
 * The share of words that two texts have in common, each word as often as both have it: 0 to 1. Both in order, so that
 * one walk over the two finds it: a whole strategy is compared with a whole strategy.
 */
function likeness(a: Uint32Array, b: Uint32Array): number {
  const total = a.length + b.length;
  // not even if all of the shorter were in the longer
  return (2 * Math.min(a.length, b.length)) / total < alikeEnough ? 0 : shareInCommon(a, b);
}

function shareInCommon(a: Uint32Array, b: Uint32Array): number {
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
