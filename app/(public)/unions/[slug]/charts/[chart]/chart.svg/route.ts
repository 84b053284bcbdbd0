import { chartSvgFile } from "@/app/(public)/chart-files";
import { findUnionChart } from "@/app/(public)/unions/[slug]/union-content";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string; chart: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, chart: id } = await params;
  const chart = await findUnionChart(slug, id);
  return chart ? chartSvgFile(`union-${slug}`, chart) : notFoundResponse();
}
