import { chartSvgFile } from "@/app/(public)/chart-files";
import { findEnglandChart } from "@/app/(public)/england/england-content";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ chart: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const chart = await findEnglandChart((await params).chart);
  return chart ? chartSvgFile("england", chart) : notFoundResponse();
}
