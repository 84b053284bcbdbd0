import { parseDocument } from "htmlparser2";
import { normaliseWhitespace } from "@/lib/strategies/documents/parsed-document";

type Parsed = ReturnType<typeof parseDocument>;
export type MarkupNode = Parsed["children"][number];
export type MarkupElement = Extract<MarkupNode, { name: string; attribs: Record<string, string> }>;

/** The tree of an XML part or of HTML, from which text is taken. Nothing of it is run, fetched or rendered. */
export const parseMarkup = (text: string, xml: boolean): MarkupNode[] =>
  parseDocument(text, { xmlMode: xml, decodeEntities: true }).children;

export const isElement = (node: MarkupNode): node is MarkupElement => "attribs" in node && "name" in node;

export const childElements = (nodes: readonly MarkupNode[]): MarkupElement[] => nodes.filter(isElement);

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
export const findElements = (nodes: readonly MarkupNode[], name: string): MarkupElement[] =>
  childElements(nodes).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...findElements(element.children, name),
  ]);

export const nodeText = (node: MarkupNode): string => ("data" in node && !("name" in node) ? node.data : "");

export type Cell = { text: string; colspan: number; rowspan: number };

const maxColumns = 50;

/** The cells of a table by row and column. A cell that spans several fills the first; the others are "". */
export function toGrid(rows: readonly Cell[][]): string[][] {
  const grid: string[][] = rows.map(() => []);
  const occupied = new Set<string>();
  for (const [rowIndex, cells] of rows.entries()) {
    let at = 0;
    for (const { text, colspan, rowspan } of cells) {
      while (occupied.has(`${rowIndex},${at}`)) at += 1;
      if (at >= maxColumns) break;
      const right = Math.min(at + Math.max(1, colspan), maxColumns);
      for (let y = rowIndex; y < Math.min(rowIndex + Math.max(1, rowspan), rows.length); y += 1)
        for (let x = at; x < right; x += 1) {
          occupied.add(`${y},${x}`);
          const row = grid[y];
          if (row) row[x] = y === rowIndex && x === at ? normaliseWhitespace(text) : "";
        }
      at = right;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
}
