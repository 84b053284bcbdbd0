import fc from "fast-check";
import { expect, test } from "vitest";
import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { harmlessTexts, identifyingTexts } from "@/scripts/test/fixtures/identifying-details";
import {
  heldOutHarmless,
  heldOutIdentifying,
  lastHeldOutHarmless,
  lastHeldOutIdentifying,
} from "@/scripts/test/fixtures/identifying-details-held-out";

/** Precision and recall of the rules on labelled texts, printed with the errors. */
function measure(name: string, positives: readonly string[], negatives: readonly string[]) {
  const missed = positives.filter((text) => findIdentifyingDetails(text).length === 0);
  const alarms = negatives.filter((text) => findIdentifyingDetails(text).length > 0);
  const seen = positives.length - missed.length;
  const precision = seen / (seen + alarms.length);
  const recall = seen / positives.length;
  process.stdout.write(
    `Identifying details, ${name}: ${positives.length} texts that identify, ${negatives.length} that do not; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
  return { missed, alarms, precision, recall };
}

const corpora = [
  identifyingTexts,
  harmlessTexts,
  heldOutIdentifying,
  heldOutHarmless,
  lastHeldOutIdentifying,
  lastHeldOutHarmless,
];

test("no text is in two lists, and each list has enough", () => {
  expect(new Set(corpora.flat()).size).toBe(corpora.flat().length);
  expect(Math.min(identifyingTexts.length, harmlessTexts.length)).toBeGreaterThanOrEqual(120);
  expect(heldOutIdentifying.length + heldOutHarmless.length).toBeGreaterThanOrEqual(150);
});

test("the corpus: what identifies is seen, and places, times, money and roads are not taken for it", () => {
  const { missed, alarms, precision, recall } = measure(
    "the texts that the rules were made with",
    identifyingTexts,
    harmlessTexts,
  );
  expect(precision, `taken for it: ${alarms.join(" | ")}`).toBeGreaterThanOrEqual(0.98);
  expect(recall, `missed: ${missed.join(" | ")}`).toBeGreaterThanOrEqual(0.98);
});

test("texts that the rules were changed for once", () => {
  const { missed, precision, recall } = measure(
    "texts that they were changed for",
    heldOutIdentifying,
    heldOutHarmless,
  );
  process.stdout.write(`  missed:\n${missed.map((text) => `    ${text}`).join("\n")}\n`);
  expect(precision).toBeGreaterThanOrEqual(0.97);
  expect(recall).toBeGreaterThanOrEqual(0.88);
});

test("texts that they were not made with", () => {
  const { missed, precision, recall } = measure("held-out texts", lastHeldOutIdentifying, lastHeldOutHarmless);
  process.stdout.write(`  missed:\n${missed.map((text) => `    ${text}`).join("\n")}\n`);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test("law: details are in order, apart and inside any text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...identifyingTexts), (noise, text) => {
      let previousEnd = 0;
      for (const { start, end } of findIdentifyingDetails(noise + text + noise)) {
        expect(start).toBeGreaterThanOrEqual(previousEnd);
        expect(end).toBeGreaterThan(start);
        previousEnd = end;
      }
      expect(previousEnd).toBeLessThanOrEqual(noise.length * 2 + text.length);
    }),
  );
});

test("the longest comment is looked at in a moment, whatever it holds", () => {
  for (const text of [
    "0".repeat(5000),
    "a".repeat(5000),
    "the only ".repeat(555),
    "A ".repeat(2500),
    "a.".repeat(2500),
  ]) {
    const startedAt = performance.now();
    findIdentifyingDetails(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  }
});
