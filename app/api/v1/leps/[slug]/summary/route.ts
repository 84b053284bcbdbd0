import { notFound } from "@/app/api/v1/errors";
import { toSummaryJson } from "@/app/api/v1/leps/[slug]/summary/summary-json";
import { getLep } from "@/lib/strategies/lep.queries";
import { listStrategyCounts } from "@/lib/summaries/strategy-counts.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notFound();
  const [strategies, summaries] = await Promise.all([listStrategyCounts(lep.id), listLepSummaries(lep.id)]);
  return Response.json({
    lep: { id: lep.id, name: lep.name },
    strategies: strategies.map((counts) => {
      const found = summaries.find(({ strategy }) => strategy.id === counts.strategyId);
      return { ...counts, ...(found && toSummaryJson(found)) };
    }),
  });
}
