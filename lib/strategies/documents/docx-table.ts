import type { DocxContext } from "@/lib/strategies/documents/docx-drawing";
import { isOn } from "@/lib/strategies/documents/docx-styles";
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
  if (cells.every((row) => row.length <= 1)) {
    return [...cells.flat().flatMap((cell) => context.blocks(cell.children)), ...after];
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
