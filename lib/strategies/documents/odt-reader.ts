import { RuleViolation } from "@/lib/errors";
import {
  type Cell,
  childElements,
  findElement,
  findElements,
  isElement,
  type MarkupElement,
  type MarkupNode,
  nodeText,
  parseMarkup,
  toGrid,
} from "@/lib/strategies/documents/markup-tree";
import {
  blockRun,
  type DocumentRun,
  normaliseWhitespace,
  type ParsedDocument,
  toParsedDocument,
} from "@/lib/strategies/documents/parsed-document";
import type { PictureCollector } from "@/lib/strategies/documents/picture-collector";

/** The limit for the repeat counts of cells. */
const maxRepeats = 50;

/** Reads the parts of an ODT, by the element names of the OpenDocument standard. */
export function readOdt(parts: Record<string, Uint8Array>, pictures: PictureCollector): ParsedDocument {
  const content = parts["content.xml"];
  if (!content)
    throw new RuleViolation("This file cannot be read as a document. Save it again as .odt or .docx.", "file");
  const tree = parseMarkup(new TextDecoder().decode(content), true);
  const reader = { parts, pictures, ...readStyles(tree) };
  return toParsedDocument(toRuns(findElement(tree, "office:text")?.children ?? [], reader));
}

type ReaderContext = {
  parts: Record<string, Uint8Array>;
  pictures: PictureCollector;
  titles: Set<string>;
  numbered: Set<string>;
};

/** The names of the document's title styles and of its numbered list styles. */
function readStyles(tree: readonly MarkupNode[]): Pick<ReaderContext, "titles" | "numbered"> {
  const titles = findElements(tree, "style:style").filter(
    ({ attribs }) => attribs["style:parent-style-name"] === "Title",
  );
  const numbered = findElements(tree, "text:list-style").filter(
    ({ children }) => childElements(children)[0]?.name === "text:list-level-style-number",
  );
  const names = (styles: MarkupElement[]) => styles.map(({ attribs }) => attribs["style:name"] ?? "");
  return { titles: new Set(["Title", ...names(titles)]), numbered: new Set(names(numbered)) };
}

function toRuns(nodes: readonly MarkupNode[], reader: ReaderContext): DocumentRun[] {
  return childElements(nodes).flatMap((element): DocumentRun[] => {
    const { name, attribs, children } = element;
    const pictures = () => findElements(children, "draw:frame").flatMap((frame) => pictureRuns(frame, reader));
    switch (name) {
      case "text:h":
        return [
          { kind: "heading", depth: Number(attribs["text:outline-level"] ?? 1), text: singleLineText(element) },
          ...pictures(),
        ];
      case "text:p": {
        const isTitle = reader.titles.has(attribs["text:style-name"] ?? "");
        if (isTitle) return [{ kind: "heading", depth: 0, text: singleLineText(element) }];
        return [{ kind: "text", text: elementText(children), block: null }, ...pictures()];
      }
      case "text:list":
        return [listRun(element, reader), ...pictures()];
      case "table:table":
        return [...tableRuns(element, reader), ...pictures()];
      case "draw:frame":
        return pictureRuns(element, reader);
      case "text:section":
      case "text:index-body":
        return toRuns(children, reader);
      default:
        return []; // tables of contents, tracked changes, print settings
    }
  });
}

function listRun({ attribs, children }: MarkupElement, { numbered }: ReaderContext): DocumentRun {
  const items = childElements(children).filter(({ name }) => name === "text:list-item" || name === "text:list-header");
  const isOrdered = numbered.has(attribs["text:style-name"] ?? "");
  return blockRun({ kind: "list", isOrdered, items: items.map(singleLineText).filter((item) => item !== "") });
}

function tableRuns(table: MarkupElement, reader: ReaderContext): DocumentRun[] {
  const rows = findElements(table.children, "table:table-row").map((row) =>
    childElements(row.children).filter(({ name }) => name === "table:table-cell"),
  );
  if (rows.every((cells) => cells.length <= 1))
    return rows.flat().flatMap((cell) => toRuns(withoutFrames(cell), reader));
  const cells = rows.map((row) =>
    row.flatMap((cell): Cell[] => {
      const number = (name: string) => Math.min(maxRepeats, Number(cell.attribs[name] ?? 1) || 1);
      const parsedCell = {
        text: singleLineText(cell),
        colspan: number("table:number-columns-spanned"),
        rowspan: number("table:number-rows-spanned"),
      };
      return Array.from({ length: number("table:number-columns-repeated") }, () => parsedCell);
    }),
  );
  const [head = [], ...rest] = toGrid(cells);
  return [blockRun({ kind: "table", head, rows: rest.filter((row) => row.some((cell) => cell !== "")) })];
}

/** Leaves out pictures, which follow the table as runs of their own. */
const withoutFrames = (cell: MarkupElement): MarkupNode[] =>
  childElements(cell.children).filter(({ name }) => name !== "draw:frame");

function pictureRuns(frame: MarkupElement, { parts, pictures }: ReaderContext): DocumentRun[] {
  const image = findElement(frame.children, "draw:image");
  if (!image) return [];
  const childText = (name: string) => findElement(frame.children, name)?.children.map(nodeText).join("") ?? "";
  return pictures.add(
    parts[image.attribs["xlink:href"] ?? ""],
    normaliseWhitespace(childText("svg:desc") || childText("svg:title")),
  );
}

/** The text of an element on one line. */
const singleLineText = ({ children }: MarkupElement) => elementText(children).replaceAll("\n", "; ");

function elementText(nodes: readonly MarkupNode[]): string {
  const text = (inner: readonly MarkupNode[]): string => inner.map(nodeContent).join("");
  const nodeContent = (node: MarkupNode): string => {
    if (!isElement(node)) return nodeText(node);
    const { name, attribs, children } = node;
    switch (name) {
      case "text:s":
        return " ";
      case "text:tab":
        return " ";
      case "text:line-break":
        return "\n";
      case "text:note":
        return ` (${text(findElement(children, "text:note-body")?.children ?? []).trim()})`;
      case "text:p":
      case "text:h":
      case "text:list-item":
        return `\n${text(children)}\n`;
      case "office:annotation":
      case "draw:frame":
      case "text:tracked-changes":
        return "";
      case "text:a": {
        const href = attribs["xlink:href"] ?? "";
        const linkText = text(children);
        return /^https?:/.test(href) && linkText.trim() !== href ? `${linkText} (${href})` : linkText;
      }
      default:
        return text(children);
    }
  };
  return normaliseWhitespace(text(nodes)).replace(/\n{2,}/g, "\n");
}
