const romanValues: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(n: number): string {
  let rest = Math.min(n, 3999);
  let text = "";
  for (const [value, digits] of romanValues) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}

/** a, b, …, z, aa, bb, as word processors count. */
const letters = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(8, Math.ceil(n / 26)));

export type NumberFormat = "decimal" | "decimalZero" | "lowerLetter" | "upperLetter" | "lowerRoman" | "upperRoman";

/** A number of a list as a word processor writes it; an unknown format is decimal. */
export function formatListNumber(n: number, format: string): string {
  if (n < 1) return String(n);
  switch (format) {
    case "decimalZero":
      return String(n).padStart(2, "0");
    case "lowerLetter":
      return letters(n);
    case "upperLetter":
      return letters(n).toUpperCase();
    case "lowerRoman":
      return roman(n);
    case "upperRoman":
      return roman(n).toUpperCase();
    default:
      return String(n);
  }
}

const superscripts = new Map(Object.entries({ ...pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ") }));
const subscripts = new Map(Object.entries({ ...pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎") }));

function pairs(from: string, to: string): Record<string, string> {
  const target = [...to];
  return Object.fromEntries([...from].map((character, index) => [character, target[index] ?? ""]));
}

/**
 * Raised or lowered text in characters of Unicode: 10⁶, CO₂. An ordinal's letters ("1st") stay as they are, and what has
 * no such characters gets a sign: x^(ab).
 */
export function scriptText(text: string, script: "super" | "sub"): string {
  if (text.trim() === "" || (script === "super" && /^(st|nd|rd|th|e|er|o|a|tm|TM|®|™|,|\s)+$/.test(text))) return text;
  const table = script === "super" ? superscripts : subscripts;
  const characters = [...text].map((character) => (character === " " ? " " : table.get(character)));
  if (characters.every((character) => character !== undefined)) return characters.join("");
  return `${script === "super" ? "^" : "_"}(${text})`;
}
