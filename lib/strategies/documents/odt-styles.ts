import {
  childElement,
  childElements,
  findElement,
  findElements,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { formatListNumber } from "@/lib/strategies/documents/number-formats";
import { type Appearance, readColor } from "@/lib/strategies/documents/text-visibility";

export type OdtFormat = Appearance & { isStruck?: boolean; isHidden?: boolean; script?: "super" | "sub" | null };

export type OdtListLevel = {
  /** Null for a bullet. */
  format: string | null;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows: 2 for "1.2". */
  shown: number;
};

export type OdtStyles = {
  format: (styleName: string | undefined) => OdtFormat;
  /** The same with what all paragraphs have. */
  paragraphFormat: (styleName: string | undefined) => OdtFormat;
  /** The colour behind a paragraph, a cell, a row, a table, a shape; undefined where its style does not say. */
  background: (styleName: string | undefined) => string | null | undefined;
  isTitle: (styleName: string | undefined) => boolean;
  /** The outline level of a paragraph style, from 1; null for text. */
  outline: (styleName: string | undefined) => number | null;
  listStyle: (styleName: string | undefined) => string | undefined;
  /** @param listStyle null: the numbers of headings */
  level: (listStyle: string | null, level: number) => OdtListLevel | null;
};

/** The styles of an ODT, from its content and its common styles, each with what it inherits. */
export function readOdtStyles(...trees: readonly MarkupNode[][]): OdtStyles {
  const styles = new Map<string, MarkupElement>();
  const lists = new Map<string, Map<number, OdtListLevel>>();
  let outline = new Map<number, OdtListLevel>();
  for (const tree of trees) {
    for (const style of findElements(tree, "style:style")) styles.set(style.attribs["style:name"] ?? "", style);
    for (const list of findElements(tree, "text:list-style"))
      lists.set(list.attribs["style:name"] ?? "", readLevels(list));
    const outlineStyle = findElement(tree, "text:outline-style");
    if (outlineStyle) outline = readLevels(outlineStyle);
  }
  const chain = (name: string | undefined): MarkupElement[] => {
    const found: MarkupElement[] = [];
    let style = styles.get(name ?? "");
    while (style && found.length < 20) {
      found.push(style);
      style = styles.get(style.attribs["style:parent-style-name"] ?? "");
    }
    return found;
  };
  const ofAll = trees
    .flatMap((tree) => findElements(tree, "style:default-style"))
    .filter(({ attribs }) => attribs["style:family"] === "paragraph")
    .map((style) => readFormat(style, {}));
  const format = (name: string | undefined, base: OdtFormat): OdtFormat => {
    const result = { ...base };
    for (const style of chain(name).reverse()) Object.assign(result, readFormat(style, result));
    return result;
  };
  const attribute = (name: string | undefined, key: string) =>
    chain(name).find(({ attribs }) => attribs[key] !== undefined)?.attribs[key];
  return {
    format: (name) => format(name, {}),
    paragraphFormat: (name) => format(name, Object.assign({}, ...ofAll)),
    background: (name) =>
      chain(name)
        .map(backgroundOf)
        .find((color) => color !== undefined),
    isTitle: (name) =>
      name === "Title" || chain(name).some(({ attribs }) => attribs["style:parent-style-name"] === "Title"),
    outline: (name) => {
      const level = Number(attribute(name, "style:default-outline-level") ?? 0);
      return level > 0 ? level : null;
    },
    listStyle: (name) => attribute(name, "style:list-style-name") || undefined,
    level: (list, level) => (list === null ? outline : lists.get(list))?.get(level) ?? null,
  };
}

/** @param before what the style inherits, of which its sizes may be a share */
function readFormat(style: MarkupElement, before: OdtFormat): OdtFormat {
  const properties = childElement(style, "style:text-properties")?.attribs ?? {};
  const format: OdtFormat = {};
  const line = properties["style:text-line-through-style"] ?? properties["style:text-line-through-type"];
  if (line !== undefined) format.isStruck = line !== "none";
  const display = properties["text:display"];
  if (display !== undefined) format.isHidden = display === "none";
  const position = properties["style:text-position"]?.split(" ")[0];
  if (position !== undefined) {
    const raise = position === "super" ? 1 : position === "sub" ? -1 : Number.parseFloat(position);
    format.script = raise > 0 ? "super" : raise < 0 ? "sub" : null;
  }
  return Object.assign(format, readAppearance(properties, before));
}

const pointsPerUnit: Record<string, number> = { pt: 1, cm: 28.35, mm: 2.835, in: 72, px: 0.75, pc: 12 };

function readAppearance(properties: Record<string, string>, before: OdtFormat): Appearance {
  const appearance: Appearance = {};
  const [, size, unit = ""] = /^([\d.]+)(%|pt|cm|mm|in|px|pc)$/.exec(properties["fo:font-size"] ?? "") ?? [];
  if (size)
    appearance.points =
      unit === "%" ? ((before.points ?? 12) * Number(size)) / 100 : Number(size) * (pointsPerUnit[unit] ?? 1);
  const width = Number.parseFloat(properties["style:text-scale"] ?? "");
  if (width >= 0) appearance.narrow = width / 100;
  if (properties["fo:color"] !== undefined) appearance.color = readColor(properties["fo:color"]);
  if (properties["style:use-window-font-color"] === "true") appearance.color = null;
  if (properties["fo:background-color"] !== undefined) appearance.shade = readColor(properties["fo:background-color"]);
  const transparency = Number.parseFloat(properties["loext:char-transparency"] ?? "");
  if (transparency >= 0) appearance.isTransparent = transparency > 90;
  return appearance;
}

const withBackground = ["paragraph", "table-cell", "table-row", "table", "graphic"].map(
  (name) => `style:${name}-properties`,
);

function backgroundOf(style: MarkupElement): string | null | undefined {
  for (const { name, attribs } of childElements(style.children)) {
    if (!withBackground.includes(name)) continue;
    const fill = attribs["draw:fill"];
    if (fill === "solid") return readColor(attribs["draw:fill-color"]);
    const color = attribs["fo:background-color"];
    if (color !== undefined) return readColor(color);
  }
  return undefined;
}

const numberFormats: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

function readLevels(style: MarkupElement): Map<number, OdtListLevel> {
  return new Map(
    childElements(style.children).flatMap(({ name, attribs }) => {
      const level = Number(attribs["text:level"] ?? 0);
      if (!level) return [];
      const numberFormat = attribs["style:num-format"] ?? "";
      const isBullet = /bullet|image/.test(name);
      return [
        [
          level,
          {
            format: isBullet ? null : numberFormat === "" ? "" : (numberFormats[numberFormat] ?? "decimal"),
            prefix: attribs["style:num-prefix"] ?? "",
            suffix: attribs["style:num-suffix"] ?? "",
            start: Number(attribs["text:start-value"] ?? 1),
            shown: Number(attribs["text:display-levels"] ?? 1),
          },
        ] as const,
      ];
    }),
  );
}

/** Counts the numbers of one list, or of all headings. */
export class OdtCounter {
  readonly #counts: (number | undefined)[] = [];
  readonly #styles: OdtStyles;
  readonly #list: string | null;

  constructor(styles: OdtStyles, list: string | null) {
    this.#styles = styles;
    this.#list = list;
  }

  /** The number of the next item as the document shows it; null for a bullet, "" for none. */
  next(level: number, start?: number): string | null {
    const own = this.#styles.level(this.#list, level);
    const before = this.#counts[level];
    this.#counts[level] = start ?? (before === undefined ? (own?.start ?? 1) : before + 1);
    this.#counts.length = level + 1;
    if (!own || own.format === null) return null;
    if (own.format === "") return own.prefix.trim() || own.suffix.trim() ? `${own.prefix}${own.suffix}`.trim() : "";
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1) {
      const part = this.#styles.level(this.#list, at);
      if (part?.format) numbers.push(formatListNumber(this.#counts[at] ?? part.start, part.format));
    }
    return `${own.prefix}${numbers.join(".")}${own.suffix}`.trim();
  }
}
