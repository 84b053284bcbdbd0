import {
  childElement,
  childElements,
  findElements,
  type MarkupElement,
  type MarkupNode,
} from "@/lib/strategies/documents/markup-tree";
import { formatListNumber } from "@/lib/strategies/documents/number-formats";

type Level = { start: number; format: string; text: string; isLegal: boolean; style: string | null; restarts: boolean };
type Definition = { levels: Map<number, Level>; styleLink: string | null };
type Numbering = { definitionId: string; starts: Map<number, number>; levels: Map<number, Level>; isUsed: boolean };

/** `marker`: the number as the document shows it; null for a bullet. */
export type NumberedItem = { marker: string | null; level: number; list: string };

const value = (element: MarkupElement | undefined) => element?.attribs["w:val"];

/** Counts the automatic numbers of a document as Word does, paragraph by paragraph. */
export class DocxNumbering {
  readonly #definitions = new Map<string, Definition>();
  readonly #numberings = new Map<string, Numbering>();
  readonly #counters = new Map<string, (number | undefined)[]>();

  /** @param styleNumbering the number list that a list style names */
  constructor(part: readonly MarkupNode[], styleNumbering: (styleId: string) => string | null) {
    for (const element of findElements(part, "w:abstractNum")) {
      const link = value(childElement(element, "w:numStyleLink"));
      const styleLink = link ? styleNumbering(link) : null;
      this.#definitions.set(element.attribs["w:abstractNumId"] ?? "", { levels: readLevels(element), styleLink });
    }
    for (const element of findElements(part, "w:num")) {
      const definitionId = value(childElement(element, "w:abstractNumId")) ?? "";
      const overrides = childElements(element.children).filter(({ name }) => name === "w:lvlOverride");
      const starts = new Map<number, number>();
      const levels = new Map<number, Level>();
      for (const override of overrides) {
        const level = Number(override.attribs["w:ilvl"] ?? 0);
        const start = value(childElement(override, "w:startOverride"));
        if (start !== undefined) starts.set(level, Number(start));
        for (const [at, replaced] of readLevels(override)) levels.set(at, replaced);
      }
      this.#numberings.set(element.attribs["w:numId"] ?? "", { definitionId, starts, levels, isUsed: false });
    }
  }

  /**
   * The number of the next paragraph of a list; null when it has none and is no item.
   * @param level as the paragraph or its style has it; null: the level that belongs to the style
   */
  next(numId: string, level: number | null, styleId: string | undefined): NumberedItem | null {
    const numbering = this.#numberings.get(numId);
    if (!numbering || numId === "0") return null;
    const definitionId = this.#resolve(numbering.definitionId);
    const levels = this.#definitions.get(definitionId)?.levels ?? new Map<number, Level>();
    const levelOf = (at: number) => numbering.levels.get(at) ?? levels.get(at);
    const styled = [...levels].find(([, each]) => each.style !== null && each.style === styleId)?.[0];
    const at = Math.min(8, Math.max(0, level ?? styled ?? 0));
    const own = levelOf(at);
    if (!own) return null;
    const counters = this.#count(numbering, definitionId, at, levelOf);
    const list = definitionId;
    if (own.format === "bullet") return { marker: null, level: at, list };
    const marker = own.text
      .replace(/%([1-9])/g, (_, digit) => {
        const part = Number(digit) - 1;
        const format = own.isLegal ? "decimal" : (levelOf(part)?.format ?? "decimal");
        return format === "none" ? "" : formatListNumber(counters[part] ?? levelOf(part)?.start ?? 1, format);
      })
      .trim();
    return marker === "" ? null : { marker, level: at, list };
  }

  #resolve(definitionId: string): string {
    const link = this.#definitions.get(definitionId)?.styleLink;
    const linked = link && this.#numberings.get(link)?.definitionId;
    return linked && this.#definitions.get(linked)?.styleLink === null ? linked : definitionId;
  }

  #count(numbering: Numbering, definitionId: string, at: number, levelOf: (at: number) => Level | undefined) {
    const counters = this.#counters.get(definitionId) ?? [];
    this.#counters.set(definitionId, counters);
    if (!numbering.isUsed) {
      // a list that is begun anew counts from its own start; deeper levels follow it
      for (const level of numbering.starts.keys()) counters[level] = undefined;
      numbering.isUsed = true;
    }
    const before = counters[at];
    counters[at] = before === undefined ? (numbering.starts.get(at) ?? levelOf(at)?.start ?? 1) : before + 1;
    for (let deeper = at + 1; deeper < 9; deeper += 1) {
      if (levelOf(deeper)?.restarts !== false) counters[deeper] = undefined;
    }
    return counters;
  }
}

function readLevels(parent: MarkupElement): Map<number, Level> {
  const elements = childElements(parent.children).filter(({ name }) => name === "w:lvl");
  return new Map(
    elements.map((element) => {
      const child = (name: string) => value(childElement(element, name));
      const level: Level = {
        start: Number(child("w:start") ?? 1),
        format: child("w:numFmt") ?? "decimal",
        text: child("w:lvlText") ?? "",
        isLegal: childElement(element, "w:isLgl") !== undefined,
        style: child("w:pStyle") ?? null,
        restarts: child("w:lvlRestart") !== "0",
      };
      return [Number(element.attribs["w:ilvl"] ?? 0), level];
    }),
  );
}
