import {
  childElement,
  childElements,
  findElements,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { type Appearance, readColor } from "@/lib/strategies/documents/text-visibility";

/** What changes the meaning of a run of text. `raised`: moved up or down by points, as a power may be. */
export type RunFormat = Appearance & {
  isStruck?: boolean;
  isDoubleStruck?: boolean;
  isHidden?: boolean;
  script?: "super" | "sub" | null;
  raised?: "super" | "sub" | null;
};

export type ParagraphStyle = {
  /** Lower case, in English whatever the language of the program: "heading 1", "title", "toc 2". */
  name: string;
  /** 0 for a heading of the highest level; null for text. */
  outline: number | null;
  numbering: { numId: string | null; level: number | null };
  format: RunFormat;
  /** The colour behind the paragraph; undefined where the style does not say. */
  shade: string | null | undefined;
};

export type DocxStyles = {
  paragraph: (id: string | undefined) => ParagraphStyle;
  run: (id: string | undefined) => RunFormat;
  /** What a table style sets for all cells, and of some: "firstRow", "band1Horz". */
  table: (id: string | undefined) => Map<string, CellStyle>;
};

export type CellStyle = { format: RunFormat; shade: string | null | undefined };

const value = (element: MarkupElement | undefined) => element?.attribs["w:val"];
export const isOn = (element: MarkupElement) => !["0", "false", "off", "none"].includes(value(element) ?? "1");

/** What a `w:rPr` sets; what it does not mention is left out. */
export function readRunFormat(properties: MarkupElement | undefined): RunFormat {
  const format: RunFormat = {};
  for (const element of properties ? childElements(properties.children) : []) {
    if (element.name === "w:strike") format.isStruck = isOn(element);
    if (element.name === "w:dstrike") format.isDoubleStruck = isOn(element);
    if (element.name === "w:vanish" || element.name === "w:specVanish") format.isHidden = isOn(element);
    if (element.name === "w:position") {
      const points = Number(value(element) ?? 0) / 2;
      format.raised = points >= 3 ? "super" : points <= -2 ? "sub" : null;
    }
    if (element.name === "w:vertAlign") {
      const align = value(element);
      format.script = align === "superscript" ? "super" : align === "subscript" ? "sub" : null;
    }
    Object.assign(format, readAppearance(element));
  }
  return format;
}

/** The colour that a theme has unless it was changed, of the two that are behind text and of text. */
const themeColor = (name: string | undefined): string | null =>
  /^(background1|light1|bg1|lt1)$/.test(name ?? "")
    ? "FFFFFF"
    : /^(text1|dark1|tx1|dk1)$/.test(name ?? "")
      ? "000000"
      : null;

function readAppearance(element: MarkupElement): Appearance {
  const { name, attribs } = element;
  switch (name) {
    case "w:color":
      return { color: readColor(value(element)) ?? themeColor(attribs["w:themeColor"]) };
    case "w:highlight":
      return { highlight: readColor(value(element)) };
    case "w:shd":
      return { shade: shadeColor(element) };
    case "w:sz":
      return { points: Number(value(element) ?? 24) / 2 };
    case "w:w":
      return { narrow: Number.parseFloat(value(element) ?? "100") / 100 };
    case "w14:textFill": {
      if (childElement(element, "w14:noFill")) return { isTransparent: true };
      const [color] = childElements(childElement(element, "w14:solidFill")?.children ?? []);
      const alpha = Number(childElement(color, "w14:alpha")?.attribs["w14:val"] ?? 0);
      const filled = readColor(color?.attribs["w14:val"]) ?? themeColor(color?.attribs["w14:val"]);
      return { isTransparent: alpha > 90_000, ...(filled && { color: filled }) };
    }
    default:
      return {};
  }
}

/** The colour that a `w:shd` puts behind; null for none. */
function shadeColor(element: MarkupElement): string | null {
  const { attribs } = element;
  const isDense = /^(solid|pct[5-9]\d)$/.test(value(element) ?? "");
  if (isDense) return readColor(attribs["w:color"]) ?? themeColor(attribs["w:themeColor"]) ?? "000000";
  return readColor(attribs["w:fill"]) ?? themeColor(attribs["w:themeFill"]);
}

/** The colour that these properties of a paragraph, a cell or a table put behind it; undefined where they do not say. */
export function readShade(properties: MarkupElement | undefined): string | null | undefined {
  const shade = childElement(properties, "w:shd");
  return shade && shadeColor(shade);
}

/**
 * What text has by its styles, from the table's to the run's. What one switches on another switches off again, if it
 * has it too (ISO/IEC 29500, 17.7.3).
 */
export function combineFormats(...formats: readonly RunFormat[]): RunFormat {
  const toggled = (key: "isStruck" | "isDoubleStruck" | "isHidden") =>
    formats.filter((format) => format[key]).length % 2 === 1;
  return {
    ...Object.assign({}, ...formats),
    isStruck: toggled("isStruck"),
    isDoubleStruck: toggled("isDoubleStruck"),
    isHidden: toggled("isHidden"),
  };
}

export const readOutline = (properties: MarkupElement | undefined): number | null => {
  const level = Number(value(childElement(properties, "w:outlineLvl")) ?? Number.NaN);
  return level >= 0 && level < 9 ? level : null;
};

export function readNumbering(properties: MarkupElement | undefined): ParagraphStyle["numbering"] {
  const numbering = childElement(properties, "w:numPr");
  const level = value(childElement(numbering, "w:ilvl"));
  return {
    numId: value(childElement(numbering, "w:numId")) ?? null,
    level: level === undefined ? null : Number(level),
  };
}

/** Styles by id, each with what it inherits. A document without styles has those that its ids are named after. */
export function readDocxStyles(styles: readonly MarkupNode[]): DocxStyles {
  const elements = new Map(findElements(styles, "w:style").map((style) => [style.attribs["w:styleId"] ?? "", style]));
  const chainOf = (id: string | undefined): MarkupElement[] => {
    const chain: MarkupElement[] = [];
    let style = elements.get(id ?? "");
    while (style && chain.length < 20) {
      chain.unshift(style);
      style = elements.get(value(childElement(style, "w:basedOn")) ?? "");
    }
    return chain;
  };
  const format = (chain: MarkupElement[]): RunFormat =>
    Object.assign({}, ...chain.map((style) => readRunFormat(childElement(style, "w:rPr"))));
  const [defaults] = findElements(styles, "w:rPrDefault");
  const ofAll = readRunFormat(childElement(defaults, "w:rPr"));
  const usual = [...elements.values()].find(
    ({ attribs }) => attribs["w:type"] === "paragraph" && /^(1|true|on)$/.test(attribs["w:default"] ?? ""),
  );
  const cache = new Map<string, ParagraphStyle>();
  const paragraph = (id = usual?.attribs["w:styleId"] ?? ""): ParagraphStyle => {
    const cached = cache.get(id);
    if (cached) return cached;
    const chain = chainOf(id);
    const names = chain.map((style) => (value(childElement(style, "w:name")) ?? "").toLowerCase());
    const named = names.findLast((name) => /^(heading \d|title|toc )/.test(name)) ?? names.at(-1);
    const name = named ?? id.replace(/(\D)(\d)$/, "$1 $2").toLowerCase();
    const result: ParagraphStyle = {
      name,
      outline: null,
      numbering: { numId: null, level: null },
      format: { ...ofAll, ...format(chain) },
      shade: undefined,
    };
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    if (heading) result.outline = Number(heading) - 1;
    for (const style of chain) {
      const properties = childElement(style, "w:pPr");
      result.outline = readOutline(properties) ?? result.outline;
      const shade = readShade(properties);
      if (shade !== undefined) result.shade = shade;
      const { numId, level } = readNumbering(properties);
      result.numbering = { numId: numId ?? result.numbering.numId, level: level ?? result.numbering.level };
    }
    cache.set(id, result);
    return result;
  };
  return { paragraph, run: (id) => format(chainOf(id)), table: (id) => readTableStyle(chainOf(id)) };
}

function readTableStyle(chain: readonly MarkupElement[]): Map<string, CellStyle> {
  const cells = new Map<string, CellStyle>();
  const add = (key: string, element: MarkupElement) => {
    const { format = {}, shade } = cells.get(key) ?? {};
    const own = readShade(childElement(element, "w:tcPr")) ?? readShade(childElement(element, "w:tblPr"));
    cells.set(key, {
      format: { ...format, ...readRunFormat(childElement(element, "w:rPr")) },
      shade: own === undefined ? shade : own,
    });
  };
  for (const style of chain) {
    add("wholeTable", style);
    for (const part of childElements(style.children)) {
      if (part.name === "w:tblStylePr") add(part.attribs["w:type"] ?? "", part);
    }
  }
  return cells;
}
