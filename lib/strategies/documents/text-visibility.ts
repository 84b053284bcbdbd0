import { type DocumentRun, excerpt, loss } from "@/lib/strategies/documents/parsed-document";

// Text that is in a file, and that a reader of the document does not see.

/** A colour as "RRGGBB". `isCertain`: false for text over a shape or a picture whose colours are not known. */
export type Background = { color: string; isCertain: boolean };

export const page: Background = { color: "FFFFFF", isCertain: true };
export const unknownBackground: Background = { color: "FFFFFF", isCertain: false };

/**
 * - color, shade, highlight: "RRGGBB"; null where it is automatic or there is none; automatic text contrasts with a
 *   shade, but not with a highlight
 * - points: the height of the letters; narrow: their width, as a share of the usual one
 */
export type Appearance = {
  color?: string | null;
  shade?: string | null;
  highlight?: string | null;
  points?: number;
  narrow?: number;
  isTransparent?: boolean;
};

const minPoints = 4.5;
const minWidth = 0.1;
const maxDistance = 48;
const maxContrast = 1.25;

const channels = (color: string) => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** Relative luminance as in WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether text in one colour cannot be distinguished from the other behind it. */
export function isSameToTheEye(color: string, background: string): boolean {
  const [first, second] = [channels(color), channels(background)];
  const distance = Math.max(...first.map((channel, at) => Math.abs(channel - (second[at] ?? 0))));
  const [dark = 0, light = 0] = [luminance(color), luminance(background)].sort((a, b) => a - b);
  return distance <= maxDistance && (light + 0.05) / (dark + 0.05) <= maxContrast;
}

export type Unseen = "struck" | "hidden" | "faint" | "tiny";

/** Why text of this appearance is not seen; "doubtful" where that depends on what it is over; null where it is seen. */
export function unseenBecause(appearance: Appearance, background: Background): Unseen | "doubtful" | null {
  if (appearance.isTransparent) return "faint";
  if ((appearance.points ?? 12) < minPoints || (appearance.narrow ?? 1) < minWidth) return "tiny";
  const behind = appearance.highlight ?? appearance.shade;
  const color = appearance.color ?? (appearance.highlight ? "000000" : null);
  if (color === null || !isSameToTheEye(color, behind ?? background.color)) return null;
  return behind || background.isCertain ? "faint" : "doubtful";
}

const sentences: Record<Unseen | "doubtful", string> = {
  struck: "Struck-out text was left out",
  hidden: "Hidden text was left out",
  faint: "Text in the colour of its background was left out",
  tiny: "Text too small to read was left out",
  doubtful: "White text over a picture or a shape was kept. Check that it may be public",
};

/** Collects the parts of a paragraph that are not seen, each kind for one sentence. */
export class UnseenText {
  readonly #texts = new Map<Unseen | "doubtful", string>();

  add(kind: Unseen | "doubtful", text: string): void {
    this.#texts.set(kind, (this.#texts.get(kind) ?? "") + text);
  }

  /** Marks that other text follows, so that what comes after it is not joined. */
  separate(): void {
    for (const [kind, text] of this.#texts) if (!/\s$/.test(text)) this.#texts.set(kind, `${text} … `);
  }

  losses(): DocumentRun[] {
    return [...this.#texts]
      .filter(([, text]) => /[^\s…]/.test(text))
      .map(([kind, text]) => loss(`${sentences[kind]}: ${excerpt(text.replace(/ … $/, ""))}`));
  }
}

/** A colour as files write it, as "RRGGBB"; null where it is automatic, transparent, or a name that we do not know. */
export function readColor(text: string | undefined): string | null {
  const hex = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(text?.trim() ?? "")?.[1];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text?.trim() ?? "");
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(text?.trim() ?? "");
  if (hex) return hex.toUpperCase();
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  if (rgb) {
    const hexadecimal = (channel: string) => Math.min(255, Number(channel)).toString(16).padStart(2, "0");
    return rgb.slice(1).map(hexadecimal).join("").toUpperCase();
  }
  return namedColors[text?.trim().toLowerCase() ?? ""] ?? null;
}

/** The names of highlights in Word, and those of CSS that are as light. */
const namedColors: Record<string, string> = {
  black: "000000",
  blue: "0000FF",
  cyan: "00FFFF",
  darkblue: "00008B",
  darkcyan: "008B8B",
  darkgray: "808080",
  darkgreen: "006400",
  darkmagenta: "800080",
  darkred: "8B0000",
  darkyellow: "808000",
  green: "00FF00",
  lightgray: "C0C0C0",
  magenta: "FF00FF",
  red: "FF0000",
  white: "FFFFFF",
  yellow: "FFFF00",
  snow: "FFFAFA",
  ivory: "FFFFF0",
  whitesmoke: "F5F5F5",
  ghostwhite: "F8F8FF",
  floralwhite: "FFFAF0",
};
