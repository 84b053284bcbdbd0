import { notThere } from "@/app/api/v1/errors";
import { summaryAnswer } from "@/app/api/v1/leps/[slug]/summary/summary-json";
import { getLep } from "@/lib/strategies/lep.queries";
import { getLepSummary } from "@/lib/summaries/strategy-counts.queries";
import { getWholeSummary } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notThere();
  const [strategies, whole] = await Promise.all([getLepSummary(lep.id), getWholeSummary(lep.id)]);
  return Response.json({
    lep: { id: lep.id, name: lep.name },
    strategies: strategies.map((counts) => {
      const found = whole.find(({ strategy }) => strategy.id === counts.strategyId);
      return { ...counts, ...(found && summaryAnswer(found)) };
    }),
  });
}
