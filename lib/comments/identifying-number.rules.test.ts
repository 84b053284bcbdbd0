import { expect, test } from "vitest";
import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { isCardNumber, isIban, isNhsNumber } from "@/lib/comments/identifying-number.rules";
import { drawnNumbers, drawnPlainNumbers, framesWithoutNumbers } from "@/scripts/test/fixtures/personal-number-frames";
import {
  developmentNumbers,
  developmentPlainNumbers,
  heldOutNumbers,
  heldOutPlainNumbers,
} from "@/scripts/test/fixtures/personal-numbers";

const isFound = (text: string) => findIdentifyingDetails(text).length > 0;

test.each([
  ["development", developmentNumbers, developmentPlainNumbers],
  ["held-out", heldOutNumbers, heldOutPlainNumbers],
])("numbers and accounts that belong to one person, %s", (half, byKind, plain) => {
  const alarms = plain.filter(isFound);
  const [seen, all] = Object.entries(byKind).reduce(
    ([seenBefore, before], [kind, texts]) => {
      const found = texts.filter(isFound).length;
      process.stdout.write(`  ${half}, ${kind}: ${found} of ${texts.length}\n`);
      expect(found / texts.length, kind).toBeGreaterThanOrEqual(0.8);
      return [seenBefore + found, before + texts.length];
    },
    [0, 0],
  );
  process.stdout.write(
    `Numbers, ${half}: recall ${(seen / all).toFixed(3)}, ${alarms.length} false alarms in ${plain.length} texts\n`,
  );
  expect(alarms).toEqual([]);
});

test("four hundred texts of each kind, with drawn values: recall by kind, and false alarms", () => {
  for (const [kind, texts] of Object.entries(drawnNumbers)) {
    const missed = texts.filter((text) => !isFound(text));
    process.stdout.write(`  drawn, ${kind}: ${texts.length - missed.length} of ${texts.length}\n`);
    if (missed.length) process.stdout.write(`    missed, such as: ${missed.slice(0, 3).join(" | ")}\n`);
    expect(texts.length, kind).toBeGreaterThanOrEqual(400);
    expect(1 - missed.length / texts.length, kind).toBeGreaterThanOrEqual(0.8);
  }
  expect(framesWithoutNumbers.filter(isFound)).toEqual([]);
  const alarms = drawnPlainNumbers.filter(isFound);
  process.stdout.write(`  drawn, plain: ${alarms.length} false alarms in ${drawnPlainNumbers.length} texts\n`);
  expect(drawnPlainNumbers.length).toBeGreaterThanOrEqual(400);
  expect(alarms.length / drawnPlainNumbers.length).toBeLessThanOrEqual(0.01);
});

test("check digits: any one digit changed is noticed", () => {
  for (const digits of ["9434765919", "4010232137"]) {
    expect(isNhsNumber(digits)).toBe(true);
    for (let at = 0; at < digits.length; at++)
      expect(isNhsNumber(digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1))).toBe(false);
  }
  expect([isNhsNumber("0000000000"), isNhsNumber("943476591")]).toEqual([false, false]);
  expect([isCardNumber("4111111111111111"), isCardNumber("4111111111111112")]).toEqual([true, false]);
  expect([isIban("GB29 NWBK 6016 1331 9268 19"), isIban("GB28 NWBK 6016 1331 9268 19")]).toEqual([true, false]);
});

test("ten digits that are no NHS number, and a date in pairs, are left alone", () => {
  expect(isFound("It carried 943 476 5918 tonnes.")).toBe(false);
  expect(isFound("They promised it on 12-11-19.")).toBe(false);
});

test("the longest comment takes a moment, whatever it holds", () => {
  for (const text of [
    "1 ".repeat(2500),
    "12-".repeat(1666),
    "my locker ".repeat(500),
    "staff no ".repeat(555),
    "@a.".repeat(1666),
  ]) {
    const startedAt = performance.now();
    findIdentifyingDetails(text);
    expect(performance.now() - startedAt).toBeLessThan(1500);
  }
});
