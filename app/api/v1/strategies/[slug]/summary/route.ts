import { notFound } from "@/app/api/v1/errors";
import { toSummaryJson } from "@/app/api/v1/leps/[slug]/summary/summary-json";
import { getStrategyCounts } from "@/lib/summaries/strategy-counts.queries";
import { getStrategySummary } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

/** All comments on a strategy, whatever the place. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const [counts, summary] = await Promise.all([getStrategyCounts(slug), getStrategySummary(slug)]);
  if (!counts || !summary) return notFound();
  const heard = [...(summary.heardByLep ?? [])].map(([lepId, release]) => ({ lepId, ...release }));
  return Response.json({ strategy: { ...counts, ...toSummaryJson(summary), heard } });
}
