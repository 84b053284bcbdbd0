import { expect, test } from "vitest";
import { aliasParts, makeAlias } from "@/lib/people/alias.rules";

const { adjectives, birdsAndTrees } = aliasParts;

test("has sixty adjectives and sixty nouns, all distinct and of a length that fits", () => {
  for (const names of [adjectives, birdsAndTrees]) {
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
    for (const each of names) expect(each).toMatch(/^[A-Z][a-z]{2,13}$/);
  }
});

test("makes an alias of the parts that were picked", () => {
  expect(makeAlias(() => 0)).toBe("Airy Alder 10");
  expect(makeAlias((below) => below - 1)).toBe("Swift Whinchat 99");
});
