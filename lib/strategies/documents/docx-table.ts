import { type DocxContext, onBackground } from "@/lib/strategies/documents/docx-drawing";
import { type CellStyle, isOn, type RunFormat, readShade } from "@/lib/strategies/documents/docx-styles";
import {
  type Cell,
  childElement,
  childElements,
  type MarkupElement,
  rowText,
} from "@/lib/strategies/documents/markup-tree";
import { type DocumentRun, excerpt, loss } from "@/lib/strategies/documents/parsed-document";
import { cellLine, tableBlockRuns } from "@/lib/strategies/documents/table-runs";

/** Children of this name, also within content controls and tracked insertions, but not within tables of their own. */
function ownElements(parent: MarkupElement, wanted: string): MarkupElement[] {
  return childElements(parent.children).flatMap((element) => {
    if (element.name === wanted) return [element];
    return /^w:(sdt|sdtContent|ins|customXml|moveTo)$/.test(element.name) ? ownElements(element, wanted) : [];
  });
}

const number = (element: MarkupElement | undefined) => Math.max(0, Number(element?.attribs["w:val"] ?? 0) || 0);

/** A table of Word. One of a single column is a frame around text. */
export function docxTableRuns(table: MarkupElement, context: DocxContext): DocumentRun[] {
  const after: DocumentRun[] = [];
  const rows = ownElements(table, "w:tr").filter((row) => {
    const properties = childElement(row, "w:trPr");
    if (childElement(properties, "w:del")) {
      context.tracked += 1;
      return false;
    }
    const hidden = childElement(properties, "w:hidden");
    if (!hidden || !isOn(hidden)) return true;
    after.push(loss(`A hidden row of a table was left out: ${excerpt(rowText(ownElements(row, "w:tc")))}`));
    return false;
  });
  const cells = rows.map((row) => ownElements(row, "w:tc"));
  const styleOf = cellStyles(table, context, cells);
  const readCell = (cell: MarkupElement): DocumentRun[] => {
    const { format, shade } = styleOf(cell);
    const background = shade ? { color: shade, isCertain: true } : context.background;
    return onBackground(context, background, format, () => context.blocks(cell.children));
  };
  if (cells.every((row) => row.length <= 1)) {
    return [...cells.flat().flatMap(readCell), ...after];
  }
  const grid = rows.map((row, index): Cell[] => {
    const before = number(childElement(childElement(row, "w:trPr"), "w:gridBefore"));
    const filled = (cells[index] ?? []).map((cell): Cell => {
      const properties = childElement(cell, "w:tcPr");
      const merged = childElement(properties, "w:vMerge");
      if (childElement(properties, "w:cellDel")) {
        context.tracked += 1;
        return { text: "", colspan: number(childElement(properties, "w:gridSpan")) || 1 };
      }
      const { text, after: following } = cellLine(readCell(cell));
      after.push(...following);
      if (childElements(cell.children).some(({ name }) => name === "w:tbl")) {
        after.push(loss("A table within a table was written on one line of its cell."));
      }
      const isCovered = merged !== undefined && merged.attribs["w:val"] !== "restart";
      return { text: isCovered ? "" : text, colspan: number(childElement(properties, "w:gridSpan")) || 1 };
    });
    return before > 0 ? [{ text: "", colspan: before }, ...filled] : filled;
  });
  return [...tableBlockRuns(grid), ...after];
}

/** What the parts of a table are called in its style, from what is weakest; the bits are those of `w:tblLook`. */
const tableParts: { name: string; attribute: string; bit: number; isOff?: true; has: (at: Place) => boolean }[] = [
  { name: "band1Vert", attribute: "noVBand", bit: 0x400, isOff: true, has: ({ column }) => column % 2 === 0 },
  { name: "band2Vert", attribute: "noVBand", bit: 0x400, isOff: true, has: ({ column }) => column % 2 === 1 },
  { name: "band1Horz", attribute: "noHBand", bit: 0x200, isOff: true, has: ({ band }) => band % 2 === 0 },
  { name: "band2Horz", attribute: "noHBand", bit: 0x200, isOff: true, has: ({ band }) => band % 2 === 1 },
  { name: "firstCol", attribute: "firstColumn", bit: 0x80, has: ({ column }) => column === 0 },
  { name: "lastCol", attribute: "lastColumn", bit: 0x100, has: ({ column, columns }) => column === columns - 1 },
  { name: "firstRow", attribute: "firstRow", bit: 0x20, has: ({ row }) => row === 0 },
  { name: "lastRow", attribute: "lastRow", bit: 0x40, has: ({ row, rows }) => row === rows - 1 },
];
type Place = { row: number; rows: number; band: number; column: number; columns: number };

/** What the style of a table, the table and each cell make of the text in it, and what is behind it. */
function cellStyles(table: MarkupElement, context: DocxContext, cells: readonly MarkupElement[][]) {
  const properties = childElement(table, "w:tblPr");
  const style = context.styles.table(childElement(properties, "w:tblStyle")?.attribs["w:val"]);
  const appearance = childElement(properties, "w:tblLook")?.attribs ?? { "w:val": "04A0" };
  const bits = Number.parseInt(appearance["w:val"] ?? "0", 16);
  const isSet = (attribute: string, bit: number) => {
    const own = appearance[`w:${attribute}`];
    return own === undefined ? (bits & bit) !== 0 : /^(1|true|on)$/.test(own);
  };
  const parts = tableParts.filter(({ attribute, bit, isOff }) => isSet(attribute, bit) !== (isOff ?? false));
  const headRows = isSet("firstRow", 0x20) ? 1 : 0;
  const places = new Map(
    cells.flatMap((row, index) =>
      row.map((cell, column): [MarkupElement, Place] => [
        cell,
        { row: index, rows: cells.length, band: index - headRows, column, columns: row.length },
      ]),
    ),
  );
  return (cell: MarkupElement): CellStyle => {
    const place = places.get(cell);
    const names = parts.filter(({ has }) => place && has(place)).map(({ name }) => name);
    const found = ["wholeTable", ...names].flatMap((name) => style.get(name) ?? []);
    const format: RunFormat = Object.assign({}, ...found.map((each) => each.format));
    const shades = [...found.map(({ shade }) => shade), readShade(properties), readShade(childElement(cell, "w:tcPr"))];
    return { format, shade: shades.findLast((shade) => shade !== undefined) };
  };
}
