import fc from "fast-check";
import { expect, test } from "vitest";
import { aliasParts, makeAlias, toBase32 } from "@/lib/people/alias.rules";
import { receiptCode } from "@/lib/people/credential.schema";

const { adjectives, birdsAndTrees } = aliasParts;

test("sixty of each word, none twice, each a word that fits", () => {
  for (const names of [adjectives, birdsAndTrees]) {
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
    for (const each of names) expect(each).toMatch(/^[A-Z][a-z]{2,13}$/);
  }
});

test("an alias is made of what was picked", () => {
  expect(makeAlias(() => 0)).toBe("Airy Alder 10");
  expect(makeAlias((below) => below - 1)).toBe("Swift Whinchat 99");
});

test("any bytes give a receipt that the form takes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (bytes) => {
      const text = toBase32(bytes);
      expect(receiptCode.parse(text.toLowerCase().replaceAll("0", "o"))).toBe(text);
    }),
  );
});
