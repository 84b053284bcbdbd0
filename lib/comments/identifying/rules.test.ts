import fc from "fast-check";
import { expect, test } from "vitest";
import { harmless, identifying } from "@/lib/comments/identifying/corpus";
import { findSigns } from "@/lib/comments/identifying/rules";

test("the corpus: what identifies is seen, and places, times, money and roads are not taken for it", () => {
  const missed = identifying.filter((text) => findSigns(text).length === 0);
  const alarms = harmless
    .map((text) => ({
      text,
      found: findSigns(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    }))
    .filter(({ found }) => found.length > 0);
  const seen = identifying.length - missed.length;
  const precision = seen / (seen + alarms.length);
  const recall = seen / identifying.length;
  process.stdout.write(
    `Identifying details: ${identifying.length} texts that identify, ${harmless.length} that do not; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
  expect(identifying.length).toBeGreaterThanOrEqual(120);
  expect(harmless.length).toBeGreaterThanOrEqual(120);
  expect(new Set([...identifying, ...harmless]).size).toBe(identifying.length + harmless.length);
  expect(precision, `taken for it: ${JSON.stringify(alarms)}`).toBeGreaterThanOrEqual(0.98);
  expect(recall, `missed: ${missed.join(" | ")}`).toBeGreaterThanOrEqual(0.98);
});

test("law: signs are in order, apart and inside any text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...identifying), (noise, text) => {
      let at = 0;
      for (const { start, end } of findSigns(noise + text + noise)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(noise.length * 2 + text.length);
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
    const began = performance.now();
    findSigns(text);
    expect(performance.now() - began).toBeLessThan(1000);
  }
});
