import { parseDocument } from "htmlparser2";
import { normaliseWhitespace } from "@/lib/strategies/documents/parsed-document";

type Parsed = ReturnType<typeof parseDocument>;
export type MarkupNode = Parsed["children"][number];
export type MarkupElement = Extract<MarkupNode, { name: string; attribs: Record<string, string> }>;

/** The tree of an XML part or of HTML, from which text is taken. Nothing of it is run, fetched or rendered. */
export const parseMarkup = (text: string, xml: boolean): MarkupNode[] =>
  parseDocument(text, { xmlMode: xml, decodeEntities: true }).children;

/** The tree of an XML part of a file; empty when the file has no such part. */
export const parsePart = (part: Uint8Array | undefined): MarkupNode[] =>
  part ? parseMarkup(new TextDecoder().decode(part), true) : [];

export const isElement = (node: MarkupNode): node is MarkupElement => "attribs" in node && "name" in node;

export const childElements = (nodes: readonly MarkupNode[]): MarkupElement[] => nodes.filter(isElement);

/** The first child of this name. */
export const childElement = (element: MarkupElement | undefined, name: string): MarkupElement | undefined =>
  element && childElements(element.children).find((child) => child.name === name);

/** The first element of this name, at any depth. */
export function findElement(nodes: readonly MarkupNode[], name: string): MarkupElement | undefined {
  for (const element of childElements(nodes)) {
    if (element.name === name) return element;
    const inner = findElement(element.children, name);
    if (inner) return inner;
  }
  return undefined;
}

/** Every element of this name, at any depth, in order. */
export function findElements(nodes: readonly MarkupNode[], name: string): MarkupElement[] {
  const found: MarkupElement[] = [];
  const collect = (inner: readonly MarkupNode[]) => {
    for (const element of childElements(inner)) {
      if (element.name === name) found.push(element);
      collect(element.children);
    }
  };
  collect(nodes);
  return found;
}

export const nodeText = (node: MarkupNode): string => ("data" in node && !("name" in node) ? node.data : "");

/** All text within, as it is written. */
export const innerText = (nodes: readonly MarkupNode[]): string =>
  nodes.map((node) => (isElement(node) ? innerText(node.children) : nodeText(node))).join("");

/** The text of each cell of a row, for a message. */
export const rowText = (nodes: readonly MarkupNode[]): string =>
  childElements(nodes)
    .map(({ children }) => innerText(children).trim())
    .filter(Boolean)
    .join(", ");

/** A cell of a table; `text` is "" for one that another covers. */
export type Cell = { text: string; colspan: number };

export const maxColumns = 100;

/**
 * The cells of a table by row and column. A cell that spans several columns fills the first; the others are "".
 * @returns `dropped`: how many columns are left out after `maxColumns`
 */
export function toGrid(rows: readonly Cell[][]): { grid: string[][]; dropped: number } {
  let widest = 0;
  const grid = rows.map((cells) => {
    const row: string[] = [];
    let at = 0;
    for (const { text, colspan } of cells) {
      if (at < maxColumns) row[at] = normaliseWhitespace(text);
      at += Math.max(1, colspan);
    }
    const isEmptyAfter = cells.every(({ text }, index) => index < maxColumns || text.trim() === "");
    if (!isEmptyAfter || at <= maxColumns) widest = Math.max(widest, at);
    return row;
  });
  const width = Math.min(maxColumns, Math.max(widest, ...grid.map((row) => row.length)));
  return {
    grid: grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")),
    dropped: Math.max(0, widest - maxColumns),
  };
}
