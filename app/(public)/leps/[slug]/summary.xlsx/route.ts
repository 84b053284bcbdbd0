import writeExcelFile from "write-excel-file/node";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { listSummaryFigures, type SummaryFigure } from "@/lib/summaries/figure.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

const head = ["part", "subject", "what", "value", "from"].map((value) => ({ value, fontWeight: "bold" as const }));
const widths = [22, 50, 14, 14, 50].map((width) => ({ width }));

/** The table of the CSV as a spreadsheet. Texts are written as text cells, so that none can run as a formula. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notFoundResponse();
  const figures = (await listLepSummaries(lep.id)).flatMap((summary) => listSummaryFigures(lep.id, summary));
  const file = await writeExcelFile([head, ...figures.map(row)], {
    sheet: "Summary",
    columns: widths,
    stickyRowsCount: 1,
  }).toBuffer();
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${lep.id}-summary.xlsx"`,
    },
  });
}

const row = ({ part, subject, what, value, from }: SummaryFigure) => [
  text(part),
  text(subject),
  text(what),
  typeof value === "number" ? { value, type: Number } : text(value ?? "not shown"),
  text(from),
];

const text = (value: string) => ({ value, type: String });
