import { summaryCsv } from "@/app/(public)/summary-files";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getStrategySummary } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const summary = await getStrategySummary(slug);
  return summary ? summaryCsv(slug, [summary]) : notFoundResponse();
}
