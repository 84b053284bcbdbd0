import {
  childElements,
  findElements,
  innerText,
  type MarkupNode,
  parsePart,
} from "@/lib/strategies/documents/markup-tree";

export type Relationship = { type: string; target: string; isExternal: boolean };

/** One XML part of a DOCX, with what its ids refer to. */
export type DocxPart = { nodes: MarkupNode[]; relationships: Map<string, Relationship> };

/** The parts of a DOCX by what they are for. Paths in a file are the program's choice: only relationships name what they hold. */
export class DocxPackage {
  readonly #parts: Record<string, Uint8Array>;
  readonly mainPath: string;

  constructor(parts: Record<string, Uint8Array>) {
    this.#parts = parts;
    const main = [...this.#relationships("").values()].find(({ type }) => type === "officeDocument");
    this.mainPath = main && parts[main.target] ? main.target : "word/document.xml";
  }

  get main(): DocxPart {
    return this.part(this.mainPath);
  }

  bytes = (path: string): Uint8Array | undefined => this.#parts[path];

  part(path: string): DocxPart {
    return { nodes: parsePart(this.#parts[path]), relationships: this.#relationships(path) };
  }

  /** The parts that the main part names as of this type: "styles", "footnotes", "header". */
  partsOfType(type: string): DocxPart[] {
    const targets = [...this.#relationships(this.mainPath).values()].filter((each) => each.type === type);
    return targets.filter(({ target }) => this.#parts[target]).map(({ target }) => this.part(target));
  }

  #relationships(path: string): Map<string, Relationship> {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const file = parsePart(this.#parts[`${folder}_rels/${path.slice(folder.length)}.rels`]);
    return new Map(
      findElements(file, "Relationship").map(({ attribs }) => {
        const isExternal = attribs.TargetMode === "External";
        const target = attribs.Target ?? "";
        const type = (attribs.Type ?? "").split("/").at(-1) ?? "";
        return [attribs.Id ?? "", { type, target: isExternal ? target : resolvePath(folder, target), isExternal }];
      }),
    );
  }
}

function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith("/") ? target.split("/") : `${folder}${target}`.split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** Texts of a drawing part, such as the boxes of a SmartArt diagram. */
export const drawingTexts = (nodes: readonly MarkupNode[]): string[] =>
  findElements(nodes, "a:p")
    .map((paragraph) => innerText(findElements(childElements(paragraph.children), "a:t")))
    .filter((text) => text.trim() !== "");
