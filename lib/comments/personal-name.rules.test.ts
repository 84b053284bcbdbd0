import { expect, test } from "vitest";
import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { findNames } from "@/lib/comments/personal-name.rules";
import {
  freshSentences,
  furtherNames,
  furtherPublicTexts,
  furtherSentences,
  otherSentences,
} from "@/scripts/test/fixtures/further-names";
import {
  developmentNameSentences,
  heldOutNameSentences,
  type NameSample,
  nameTraditions,
} from "@/scripts/test/fixtures/names";
import { developmentPublicTexts, heldOutPublicTexts } from "@/scripts/test/fixtures/public-texts";

const fill = (sentence: string, { given, surname }: NameSample) =>
  sentence.replace("{full}", `${given} ${surname}`).replace("{given}", given).replace("{surname}", surname);

/** The share of the texts in which something is found. */
const share = (texts: readonly string[]) =>
  texts.filter((text) => findIdentifyingDetails(text).length > 0).length / texts.length;

/** Recall by tradition, the lowest and the highest printed last. */
function measureRecall(half: "development" | "heldOut", sentences: readonly string[]): number[] {
  const recalls = Object.entries(nameTraditions).map(([tradition, names]) => {
    const texts = names[half].flatMap((name) => sentences.map((sentence) => fill(sentence, name)));
    const recall = share(texts);
    process.stdout.write(`  ${tradition}: ${texts.length} texts, recall ${recall.toFixed(3)}\n`);
    return recall;
  });
  process.stdout.write(
    `Names, ${half}: lowest ${Math.min(...recalls).toFixed(3)}, highest ${Math.max(...recalls).toFixed(3)}\n`,
  );
  return recalls;
}

test("held-out names: no tradition is seen less than 0.8 times as often as the one seen most", () => {
  expect(Object.keys(nameTraditions).length).toBeGreaterThanOrEqual(20);
  const recalls = measureRecall("heldOut", heldOutNameSentences);
  expect(Math.min(...recalls) / Math.max(...recalls)).toBeGreaterThanOrEqual(0.8);
  expect(Math.min(...recalls)).toBeGreaterThanOrEqual(0.9);
});

test("the names that the rules were made with", () => {
  expect(Math.min(...measureRecall("development", developmentNameSentences))).toBeGreaterThanOrEqual(0.95);
});

test("names of a second corpus, of 33 traditions, which no list was made from", () => {
  const known = new Set(
    Object.values(nameTraditions).flatMap(({ development, heldOut }) =>
      [...development, ...heldOut].map((name) => fill("{full}", name)),
    ),
  );
  for (const sentences of [furtherSentences, otherSentences, freshSentences]) {
    const recalls = Object.entries(furtherNames).map(([tradition, names]) => {
      const others = names.filter((name) => !known.has(fill("{full}", name)));
      const recall = share(others.flatMap((name) => sentences.map((sentence) => fill(sentence, name))));
      process.stdout.write(`  ${tradition}: ${others.length} names, recall ${recall.toFixed(3)}\n`);
      return recall;
    });
    const [lowest, highest] = [Math.min(...recalls), Math.max(...recalls)];
    process.stdout.write(`Second corpus: lowest ${lowest.toFixed(3)}, highest ${highest.toFixed(3)}\n`);
    expect(lowest / highest).toBeGreaterThanOrEqual(0.8);
  }
});

test("held-out texts about public figures, places and shifts raise few alarms", () => {
  const names = Object.values(nameTraditions).flatMap(({ heldOut }) => heldOut);
  const recall = share(names.flatMap((name) => heldOutNameSentences.map((sentence) => fill(sentence, name))));
  const groups = [heldOutPublicTexts, furtherPublicTexts].flatMap((texts) => Object.entries(texts));
  for (const [group, texts] of groups) {
    const alarms = share(texts);
    const precision = recall / (recall + alarms); // among as many texts with a name as without
    process.stdout.write(
      `${group}, held-out: ${texts.length} texts, ${(alarms * texts.length).toFixed(0)} false alarms, precision ${precision.toFixed(3)}\n`,
    );
    expect(precision, group).toBeGreaterThanOrEqual(0.9);
  }
  for (const [group, texts] of Object.entries(developmentPublicTexts)) expect(share(texts), group).toBe(0);
});

test("no name and no sentence is in both halves", () => {
  for (const { development, heldOut } of Object.values(nameTraditions)) {
    const developed = new Set(development.map((name) => fill("{full}", name)));
    expect(heldOut.filter((name) => developed.has(fill("{full}", name)))).toEqual([]);
  }
  expect(heldOutNameSentences.filter((sentence) => developmentNameSentences.includes(sentence))).toEqual([]);
});

test.each([
  ["accents or none", "Then Malgorzata Wiśniewska left.", "Malgorzata Wiśniewska"],
  ["an apostrophe and a capital inside", "It was Niamh O’Connor.", "Niamh O’Connor"],
  ["a genitive", "They cut Oluwaseun’s hours.", "Oluwaseun"],
  ["a particle", "We asked Maria da Silva twice.", "Maria da Silva"],
  ["a hyphen", "Then Kelly-Ann Barker-Shaw left.", "Kelly-Ann Barker-Shaw"],
  ["lower case after a word for a person", "my manager mohammed cut it", "mohammed"],
  ["words that are in no list, after “it was”", "It was Zblorg who cut the bus.", "Zblorg"],
  ["two words that are in no list", "Then Zblorg Fnargle left early.", "Zblorg Fnargle"],
  ["a verb before it", "Ring Zblorg Fnargle on the desk.", "Zblorg Fnargle"],
  ["a word that is in no list, where only a person is meant", "me and Zblorg do nights", "Zblorg"],
  ["a title before a word that is something else too", "Mrs Costa said no.", "Costa"],
])("a name with %s", (_, text, name) => {
  expect(findNames(text).map(({ start, end }) => text.slice(start, end))).toContain(name);
});

test.each([
  "Andy Burnham and Steve Rotheram met.",
  "Lord Adonis wrote it.",
  "Our MP Aisha Rahman-Pike asked.",
  "It is on Charlotte Street, by Victoria Station.",
  "Ask Unite or Unison.",
  "From Great Barr to St Helens.",
  "May is busy and April is not.",
  "Nationalise Northern Rail, scrap Arriva buses.",
  "The Skills Advisory Panel has no cleaners on it.",
  "Melton Mowbray and Budleigh Salterton get nothing; we moved to Kirkby Stephen.",
  "The student from Leeds has gone home, and the one at Capita is off sick.",
  "I am Polish and my mate is Somali.",
])("no name: %s", (text) => expect(findNames(text)).toEqual([]));

test("the longest comment takes a moment, whatever it holds", () => {
  for (const text of ["Ab ".repeat(1700), "A".repeat(5000), "O'".repeat(2500), "Mr Singh ".repeat(550)]) {
    const startedAt = performance.now();
    findNames(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  }
});
