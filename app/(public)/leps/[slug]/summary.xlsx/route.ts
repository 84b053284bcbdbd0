import { summaryXlsx } from "@/app/(public)/summary-files";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  return lep ? summaryXlsx(lep.id, await listLepSummaries(lep.id)) : notFoundResponse();
}
