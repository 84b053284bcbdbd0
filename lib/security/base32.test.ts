import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptCode } from "@/lib/people/credential.schema";
import { groupCharacters, toBase32 } from "@/lib/security/base32";
import { randomSecret, randomSignInCode } from "@/lib/security/encryption";

test("makes a code of any bytes that the schema of receipts accepts as typed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (bytes) => {
      const text = toBase32(bytes);
      expect(receiptCode.parse(text.toLowerCase().replaceAll("0", "o"))).toBe(text);
    }),
  );
});

test("groups characters, the last group shorter", () => {
  expect(groupCharacters("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
  expect(groupCharacters("ABCDEFGHIJ", 5)).toBe("ABCDE FGHIJ");
  expect(groupCharacters("")).toBe("");
});

test("each character of a secret and of a sign-in code is any of 32: 128 bits and 40", () => {
  for (const [make, length, first] of [
    [randomSecret, 26, 8],
    [randomSignInCode, 8, 32],
  ] as const) {
    const codes = Array.from({ length: 2_000 }, make);
    // 128 bits are 25 characters and 3 bits, which come first
    for (let place = 0; place < length; place++) {
      const found = new Set(codes.map((code) => code.charAt(place)));
      expect(found.size, `${place} of ${length}`).toBe(place === 0 ? first : 32);
    }
    expect(new Set(codes).size).toBe(codes.length);
  }
});
