import { csvLine } from "@/lib/csv";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { listSummaryFigures } from "@/lib/summaries/figure.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

/** Every figure of the page, one a line, escaped so that no cell can run as a formula. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notFoundResponse();
  const figures = (await listLepSummaries(lep.id)).flatMap((summary) => listSummaryFigures(lep.id, summary));
  const lines = figures.map(({ part, subject, what, value, from }) =>
    csvLine([part, subject, what, value ?? "not shown", from]),
  );
  const text = [csvLine(["part", "subject", "what", "value", "from"]), ...lines].join("");
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${lep.id}-summary.csv"`,
    },
  });
}
