/** What the signs of Wingdings and Symbol, by their code, are in Unicode. */
const symbols: Record<string, string> = {
  F0FC: "✓",
  F0FB: "✗",
  F0FE: "☑",
  F0A8: "☐",
  F06F: "☐",
  F0FD: "☒",
  F0A7: "▪",
  F0B7: "•",
  F06C: "●",
  F0E0: "→",
  F0E8: "→",
  F0DF: "←",
  F0D8: "➢",
  F0B0: "°",
  F0B1: "±",
  F0B3: "≥",
  F0A3: "≤",
  F0D7: "·",
  F0B4: "×",
};

/** A sign of a symbol font as text, by its hexadecimal code; null when it is in the font alone. */
export function symbolText(code: string): string | null {
  const symbol = symbols[code.toUpperCase()];
  if (symbol) return symbol;
  const character = Number.parseInt(code, 16);
  return character > 0 && character < 0xe000 ? String.fromCharCode(character) : null;
}
