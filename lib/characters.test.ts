import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, shortenText } from "@/lib/characters";

const family = "👩‍👩‍👧‍👦"; // four people and three joiners
const flag = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";
const accented = "e\u0301";

test.each([family, flag, accented, "🙂", "👍🏽", "नि", "한"])("%s is never cut", (character) => {
  for (let before = 0; before < 30; before++) {
    const text = `${"x".repeat(before)}${character}end`;
    for (let maxLength = before + 1; maxLength < before + character.length; maxLength++)
      expect(cutText(text, maxLength)).toBe(before === 0 ? cutText(character, maxLength) : "x".repeat(before));
    expect(cutText(text, before + character.length)).toBe("x".repeat(before) + character);
  }
});

test("a cut text is a start of the text, no longer than asked for, and can be stored", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, fc.nat(80), (value, maxLength) => {
      const cut = cutText(value, maxLength);
      expect(value.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(maxLength);
      expect(cut).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test("a text that was cut says so", () => {
  expect(shortenText("Buses are late", 5)).toBe("Buses…");
  expect(shortenText("Buses are late", 6)).toBe("Buses…");
  expect(shortenText("Buses", 5)).toBe("Buses");
});
