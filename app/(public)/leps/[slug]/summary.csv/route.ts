import { csvLine } from "@/lib/csv";
import { getLep } from "@/lib/strategies/lep.queries";
import { listSummaryFigures } from "@/lib/summaries/figure.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

/** Every figure of the page, one a line; nothing in it can run as a formula. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return new Response("There is nothing at this address.", { status: 404 });
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
