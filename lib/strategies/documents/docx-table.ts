import type { DocxContext } from "@/lib/strategies/documents/docx-drawing";
import { type Cell, childElement, childElements, type MarkupElement } from "@/lib/strategies/documents/markup-tree";
import { type DocumentRun, loss } from "@/lib/strategies/documents/parsed-document";
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
  const rows = ownElements(table, "w:tr").filter((row) => {
    const isDeleted = childElement(childElement(row, "w:trPr"), "w:del") !== undefined;
    if (isDeleted) context.tracked += 1;
    return !isDeleted;
  });
  const cells = rows.map((row) => ownElements(row, "w:tc"));
  if (cells.every((row) => row.length <= 1)) return cells.flat().flatMap((cell) => context.blocks(cell.children));
  const after: DocumentRun[] = [];
  const grid = rows.map((row, index): Cell[] => {
    const before = number(childElement(childElement(row, "w:trPr"), "w:gridBefore"));
    const filled = (cells[index] ?? []).map((cell): Cell => {
      const properties = childElement(cell, "w:tcPr");
      const merged = childElement(properties, "w:vMerge");
      const { text, after: following } = cellLine(context.blocks(cell.children));
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
