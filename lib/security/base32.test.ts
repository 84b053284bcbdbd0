import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptCode } from "@/lib/people/credential.schema";
import { groupCharacters, toBase32 } from "@/lib/security/base32";

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
