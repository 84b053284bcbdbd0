import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** How hard a text is: the age at which most people can read it, by Flesch–Kincaid's grade and five years. */
export type Reading = { sentences: number; wordCount: number; age: number };

const minimumLength = 4; // a label or a heading is no sentence: many of them would make a hard page look easy

/** Of all texts together. Labels, headings and other pieces of fewer than four words do not count. */
export function measureReading(texts: string[]): Reading {
  let sentences = 0;
  let wordCount = 0;
  let syllables = 0;
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.?!])\s+/))) {
    const found = sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
    if (found.length < minimumLength) continue;
    sentences++;
    wordCount += found.length;
    syllables += syllable(sentence);
  }
  const grade = sentences === 0 ? 0 : fleschKincaid({ sentence: sentences, word: wordCount, syllable: syllables });
  return { sentences, wordCount, age: Math.round((grade + 5) * 10) / 10 };
}
