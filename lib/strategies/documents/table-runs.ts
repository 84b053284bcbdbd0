import { type Cell, maxColumns, toGrid } from "@/lib/strategies/documents/markup-tree";
import { blockRun, type DocumentRun, loss } from "@/lib/strategies/documents/parsed-document";

/** The content of a cell on one line, and what follows the table: pictures, notes and losses. */
export function cellLine(runs: readonly DocumentRun[]): { text: string; after: DocumentRun[] } {
  const after: DocumentRun[] = [];
  const parts: string[] = [];
  for (const run of runs) {
    if (run.kind === "loss" || run.kind === "note") after.push(run);
    else if (run.kind === "item") parts.push(run.marker ? `${run.marker} ${run.text}` : run.text);
    else if (run.kind === "text" && run.block?.kind === "picture") after.push(run);
    else if (run.kind === "text" && run.block?.kind === "table") {
      const rows = [run.block.head, ...run.block.rows];
      parts.push(rows.map((row) => row.filter(Boolean).join(", ")).join("; "));
    } else parts.push(run.text);
  }
  const text = parts
    .map((part) => part.replaceAll("\n", "; "))
    .filter((part) => part.trim() !== "")
    .join("; ");
  return { text, after };
}

/** A table with its first row as the heading. Empty rows are left out. */
export function tableBlockRuns(rows: readonly Cell[][]): DocumentRun[] {
  const { grid, dropped } = toGrid(rows);
  const [head, ...rest] = grid.filter((row) => row.some((cell) => cell !== ""));
  if (!head) return [];
  const lost =
    dropped > 0 ? [loss(`A table has more than ${maxColumns} columns. The last ${dropped} were left out.`)] : [];
  return [blockRun({ kind: "table", head, rows: rest }), ...lost];
}
