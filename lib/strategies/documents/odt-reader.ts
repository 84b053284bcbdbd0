import { Refused } from "@/lib/errors";
import {
  type Cell,
  dataOf,
  type Element,
  elements,
  find,
  findAll,
  gridOf,
  isElement,
  type Node,
  parseTree,
} from "@/lib/strategies/documents/markup-tree";
import { blockRun, type Found, type Run, tidy, toSections } from "@/lib/strategies/documents/parsed-document";
import type { Pictures } from "@/lib/strategies/documents/picture-collector";

/** A cell or a space may say that it is there so many times: no more than this. */
const mostRepeats = 50;

/** Reads the parts of an ODT: its own tree, by the names that the OpenDocument standard gives. */
export function readOdt(parts: Record<string, Uint8Array>, pictures: Pictures): Found {
  const content = parts["content.xml"];
  if (!content) throw new Refused("This file cannot be read as a document. Save it again as .odt or .docx.", "file");
  const tree = parseTree(new TextDecoder().decode(content), true);
  const reader = { parts, pictures, ...stylesOf(tree) };
  return toSections(runsOf(find(tree, "office:text")?.children ?? [], reader));
}

type Reader = { parts: Record<string, Uint8Array>; pictures: Pictures; titles: Set<string>; numbered: Set<string> };

/** Which of the document's own styles are titles, and which lists count. */
function stylesOf(tree: readonly Node[]): Pick<Reader, "titles" | "numbered"> {
  const titles = findAll(tree, "style:style").filter(({ attribs }) => attribs["style:parent-style-name"] === "Title");
  const numbered = findAll(tree, "text:list-style").filter(
    ({ children }) => elements(children)[0]?.name === "text:list-level-style-number",
  );
  const names = (styles: Element[]) => styles.map(({ attribs }) => attribs["style:name"] ?? "");
  return { titles: new Set(["Title", ...names(titles)]), numbered: new Set(names(numbered)) };
}

function runsOf(nodes: readonly Node[], reader: Reader): Run[] {
  return elements(nodes).flatMap((element): Run[] => {
    const { name, attribs, children } = element;
    const pictures = () => findAll(children, "draw:frame").flatMap((frame) => pictureOf(frame, reader));
    switch (name) {
      case "text:h":
        return [
          { kind: "heading", depth: Number(attribs["text:outline-level"] ?? 1), text: lineOf(element) },
          ...pictures(),
        ];
      case "text:p": {
        const isTitle = reader.titles.has(attribs["text:style-name"] ?? "");
        if (isTitle) return [{ kind: "heading", depth: 0, text: lineOf(element) }];
        return [{ kind: "words", text: textOf(children), block: null }, ...pictures()];
      }
      case "text:list":
        return [listRun(element, reader), ...pictures()];
      case "table:table":
        return [...tableRuns(element, reader), ...pictures()];
      case "draw:frame":
        return pictureOf(element, reader);
      case "text:section":
      case "text:index-body":
        return runsOf(children, reader);
      default:
        return []; // a table of contents, tracked changes, notes for printers
    }
  });
}

function listRun({ attribs, children }: Element, { numbered }: Reader): Run {
  const items = elements(children).filter(({ name }) => name === "text:list-item" || name === "text:list-header");
  const isOrdered = numbered.has(attribs["text:style-name"] ?? "");
  return blockRun({ kind: "list", isOrdered, items: items.map(lineOf).filter((item) => item !== "") });
}

function tableRuns(table: Element, reader: Reader): Run[] {
  const rows = findAll(table.children, "table:table-row").map((row) =>
    elements(row.children).filter(({ name }) => name === "table:table-cell"),
  );
  if (rows.every((cells) => cells.length <= 1))
    return rows.flat().flatMap((cell) => runsOf(withoutFrames(cell), reader));
  const cells = rows.map((row) =>
    row.flatMap((cell): Cell[] => {
      const number = (name: string) => Math.min(mostRepeats, Number(cell.attribs[name] ?? 1) || 1);
      const one = {
        text: lineOf(cell),
        across: number("table:number-columns-spanned"),
        down: number("table:number-rows-spanned"),
      };
      return Array.from({ length: number("table:number-columns-repeated") }, () => one);
    }),
  );
  const [head = [], ...rest] = gridOf(cells);
  return [blockRun({ kind: "table", head, rows: rest.filter((row) => row.some((cell) => cell !== "")) })];
}

/** The pictures of a table come after it, once. */
const withoutFrames = (cell: Element): Node[] => elements(cell.children).filter(({ name }) => name !== "draw:frame");

function pictureOf(frame: Element, { parts, pictures }: Reader): Run[] {
  const image = find(frame.children, "draw:image");
  if (!image) return [];
  const words = (name: string) => find(frame.children, name)?.children.map(dataOf).join("") ?? "";
  return pictures.take(parts[image.attribs["xlink:href"] ?? ""], tidy(words("svg:desc") || words("svg:title")));
}

/** The words of an element on one line. */
const lineOf = ({ children }: Element) => textOf(children).replaceAll("\n", "; ");

function textOf(nodes: readonly Node[]): string {
  const text = (inner: readonly Node[]): string => inner.map(one).join("");
  const one = (node: Node): string => {
    if (!isElement(node)) return dataOf(node);
    const { name, attribs, children } = node;
    switch (name) {
      case "text:s":
        return " ";
      case "text:tab":
        return " ";
      case "text:line-break":
        return "\n";
      case "text:note":
        return ` (${text(find(children, "text:note-body")?.children ?? []).trim()})`;
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
        const said = text(children);
        return /^https?:/.test(href) && said.trim() !== href ? `${said} (${href})` : said;
      }
      default:
        return text(children);
    }
  };
  return tidy(text(nodes)).replace(/\n{2,}/g, "\n");
}
