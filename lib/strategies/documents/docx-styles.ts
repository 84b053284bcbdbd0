import {
  childElement,
  childElements,
  findElements,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";

/** What changes the meaning of a run of text. `raised`: moved up or down by points, as a power may be. */
export type RunFormat = {
  isStruck?: boolean;
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
};

export type DocxStyles = {
  paragraph: (id: string | undefined) => ParagraphStyle;
  run: (id: string | undefined) => RunFormat;
};

const value = (element: MarkupElement | undefined) => element?.attribs["w:val"];
export const isOn = (element: MarkupElement) => !["0", "false", "off", "none"].includes(value(element) ?? "1");

/** What a `w:rPr` sets; what it does not mention is left out. */
export function readRunFormat(properties: MarkupElement | undefined): RunFormat {
  const format: RunFormat = {};
  for (const element of properties ? childElements(properties.children) : []) {
    if (element.name === "w:strike" || element.name === "w:dstrike") {
      format.isStruck = isOn(element) || format.isStruck === true;
    }
    if (element.name === "w:vanish" || element.name === "w:specVanish") format.isHidden = isOn(element);
    if (element.name === "w:position") {
      const points = Number(value(element) ?? 0) / 2;
      format.raised = points >= 3 ? "super" : points <= -2 ? "sub" : null;
    }
    if (element.name === "w:vertAlign") {
      const align = value(element);
      format.script = align === "superscript" ? "super" : align === "subscript" ? "sub" : null;
    }
  }
  return format;
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
  const cache = new Map<string, ParagraphStyle>();
  const paragraph = (id = ""): ParagraphStyle => {
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
      format: format(chain),
    };
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    if (heading) result.outline = Number(heading) - 1;
    for (const style of chain) {
      const properties = childElement(style, "w:pPr");
      result.outline = readOutline(properties) ?? result.outline;
      const { numId, level } = readNumbering(properties);
      result.numbering = { numId: numId ?? result.numbering.numId, level: level ?? result.numbering.level };
    }
    cache.set(id, result);
    return result;
  };
  return { paragraph, run: (id) => format(chainOf(id)) };
}
