import { RuleViolation } from "@/lib/errors";

const hasPrefix = (bytes: Uint8Array, prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);

/**
 * The text of a file: UTF-8, UTF-16 by its mark, else Windows-1252, which any bytes could be: the result names the encoding.
 * @throws RuleViolation with `notText` when it is no text at all
 */
export function decodeText(bytes: Uint8Array, notText: string): { text: string; note: string | null } {
  const isLittle = hasPrefix(bytes, [0xff, 0xfe]);
  if (isLittle || hasPrefix(bytes, [0xfe, 0xff])) {
    return { text: new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes), note: null };
  }
  if (bytes.includes(0)) throw new RuleViolation(notText, "file");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), note: null };
  } catch {
    const note = "This file is not in UTF-8. We read it as Windows-1252: look at quotation marks, £ and accents.";
    return { text: decodeWindows1252(bytes), note };
  }
}

// what Windows-1252 has in 0x80 to 0x9F, where Latin 1 has control characters
const windows1252Characters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** By our own table: the decoder of some versions of Node takes Windows-1252 for Latin 1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (character) => windows1252Characters.charAt(character.charCodeAt(0) - 0x80));
}
