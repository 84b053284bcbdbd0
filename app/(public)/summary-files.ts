import writeExcelFile from "write-excel-file/node";
import { csvFile } from "@/lib/csv";
import { listSummaryFigures, type SummaryFigure } from "@/lib/summaries/figure.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

const columns = ["part", "subject", "what", "value", "from"];

const attachment = (type: string, fileName: string) => ({
  headers: { "content-type": type, "content-disposition": `attachment; filename="${fileName}"` },
});

/** Every figure of these summaries, one a line, escaped so that no cell can run as a formula. */
export function summaryCsv(slug: string, summaries: Summary[]): Response {
  const rows = summaries
    .flatMap(listSummaryFigures)
    .map(({ part, subject, what, value, from }) => [part, subject, what, value ?? "not shown", from]);
  return new Response(csvFile([columns, ...rows]), attachment("text/csv; charset=utf-8", `${slug}-summary.csv`));
}

/** The table of the CSV as a spreadsheet. Texts are written as text cells, so that none can run as a formula. */
export async function summaryXlsx(slug: string, summaries: Summary[]): Promise<Response> {
  const head = columns.map((value) => ({ value, fontWeight: "bold" as const }));
  const file = await writeExcelFile([head, ...summaries.flatMap(listSummaryFigures).map(row)], {
    sheet: "Summary",
    columns: [22, 50, 14, 14, 50].map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Response(
    new Uint8Array(file),
    attachment("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `${slug}-summary.xlsx`),
  );
}

const row = ({ part, subject, what, value, from }: SummaryFigure) => [
  text(part),
  text(subject),
  text(what),
  typeof value === "number" ? { value, type: Number } : text(value ?? "not shown"),
  text(from),
];

const text = (value: string) => ({ value, type: String });
