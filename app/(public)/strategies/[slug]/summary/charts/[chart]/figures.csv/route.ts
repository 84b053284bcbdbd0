import { chartCsv } from "@/app/(public)/chart-files";
import { findSummaryChart } from "@/app/(public)/strategies/[slug]/summary/summary-chart";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string; chart: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await findSummaryChart(await params, new URL(request.url).searchParams);
  return found ? chartCsv(found.fileName, found.chart) : notFoundResponse();
}
