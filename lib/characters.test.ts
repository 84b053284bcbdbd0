import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, hasVisibleText, shortenText } from "@/lib/characters";
import { commentInput } from "@/lib/comments/comment.schema";
import { requiredText } from "@/lib/forms/fields.schema";
import { newFormId } from "@/lib/security/encryption";

const family = "👩‍👩‍👧‍👦"; // four people and three joiners
const englandEmoji = "🏴󠁧󠁢󠁥󠁮󠁧󠁿";
const accented = "e\u0301";

test.each([family, englandEmoji, accented, "🙂", "👍🏽", "नि", "한"])("%s is never cut", (character) => {
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

// named by code point, since an editor would show none of them
const invisibleTexts = [
  0x20, 0xa0, 0xad, 0x301, 0xfffc, 0x200b, 0x200d, 0x2060, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0x202e, 0xe0041, 0xe000,
].map((code) => String.fromCodePoint(code).repeat(3));

test("a text of nothing to see is empty, alone, repeated and mixed; any letter, digit or emoji is seen", () => {
  for (const text of [...invisibleTexts, invisibleTexts.join(" "), "", "\n\t"])
    expect(hasVisibleText(text)).toBe(false);
  for (const text of ["a", "٣", "字", "👍", "\u200bx", ".", "é"]) expect(hasVisibleText(text)).toBe(true);
});

test("no comment and no required field takes a text of nothing to see", () => {
  const fields = { versionId: "v", formId: newFormId() };
  const field = requiredText(100, "Write something.");
  for (const text of invisibleTexts) {
    expect(commentInput.safeParse({ ...fields, text }).error?.issues[0]?.message).toBe("Write your comment.");
    expect(field.safeParse(text).success).toBe(false);
  }
  expect(commentInput.safeParse({ ...fields, text: "👍🏽" }).success).toBe(true);
});
