const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The first 128 bits of some bytes as 26 characters of Crockford's base 32 (no I, L, O or U). */
export function toBase32(bytes: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`);
  let text = "";
  for (let position = 0; position < 26; position++) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** A code in groups of characters, which people read and type more easily. */
export const groupCharacters = (text: string, size = 4) => text.match(new RegExp(`.{1,${size}}`, "g"))?.join(" ") ?? "";
