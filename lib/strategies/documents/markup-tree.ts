import { parseDocument } from "htmlparser2";
import { tidy } from "@/lib/strategies/documents/parsed-document";

type Parsed = ReturnType<typeof parseDocument>;
export type Node = Parsed["children"][number];
export type Element = Extract<Node, { name: string; attribs: Record<string, string> }>;

/** The tree of an XML part or of HTML. Nothing of it is run, fetched or shown as it stands. */
export const parseTree = (text: string, xml: boolean): Node[] =>
  parseDocument(text, { xmlMode: xml, decodeEntities: true }).children;

export const isElement = (node: Node): node is Element => "attribs" in node && "name" in node;

export const elements = (nodes: readonly Node[]): Element[] => nodes.filter(isElement);

/** The first element of this name, at any depth. */
export function find(nodes: readonly Node[], name: string): Element | undefined {
  for (const element of elements(nodes)) {
    if (element.name === name) return element;
    const inner = find(element.children, name);
    if (inner) return inner;
  }
  return undefined;
}

/** Every element of this name, at any depth, in order. */
export const findAll = (nodes: readonly Node[], name: string): Element[] =>
  elements(nodes).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...findAll(element.children, name),
  ]);

export const dataOf = (node: Node): string => ("data" in node && !("name" in node) ? node.data : "");

export type Cell = { text: string; across: number; down: number };

const widest = 50;

/** Cells of a table in their places: one that spans several leaves the others empty. */
export function gridOf(rows: readonly Cell[][]): string[][] {
  const grid: string[][] = rows.map(() => []);
  const taken = new Set<string>();
  for (const [line, cells] of rows.entries()) {
    let at = 0;
    for (const { text, across, down } of cells) {
      while (taken.has(`${line},${at}`)) at += 1;
      if (at >= widest) break;
      const right = Math.min(at + Math.max(1, across), widest);
      for (let y = line; y < Math.min(line + Math.max(1, down), rows.length); y += 1)
        for (let x = at; x < right; x += 1) {
          taken.add(`${y},${x}`);
          const row = grid[y];
          if (row) row[x] = y === line && x === at ? tidy(text) : "";
        }
      at = right;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
}
