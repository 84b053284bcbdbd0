import { randomInt } from "node:crypto";

/** Eight random letters: a word that no page, log or table holds by chance, nor a stemmer cuts. */
export const randomWord = () => Array.from({ length: 8 }, () => "bcdfghjklmnpqrtvwxz"[randomInt(19)]).join("");

/**
 * The forms in which a text may be found, all in lower case: as it is, as addresses and HTML write it, in
 * hexadecimal, in base 64 wherever it begins.
 */
export function encodingsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const packed = text.replaceAll(" ", "");
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "");
    // the characters at both ends depend on what is beside it
    return encoded.slice(shift === 0 ? 0 : shift + 1, bytes.length % 3 === (3 - shift) % 3 ? undefined : -1);
  });
  const forms = [
    text,
    packed,
    encodeURIComponent(text),
    text.replaceAll("@", "&#64;"),
    bytes.toString("hex"),
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ];
  return [...new Set(forms.map((form) => form.toLowerCase()))].filter((form) => form.length >= 8);
}

/** Which of the planted texts are in this one, in any form. */
export function findPlanted(haystack: string, planted: Record<string, string>): string[] {
  const lower = haystack.toLowerCase();
  return Object.entries(planted).flatMap(([name, text]) =>
    encodingsOf(text).some((form) => lower.includes(form)) ? [name] : [],
  );
}
