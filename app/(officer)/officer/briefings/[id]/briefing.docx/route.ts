import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { docxResponse } from "@/app/(public)/paper-file";
import { getPerson } from "@/lib/auth/current-session";
import { publicOrigin } from "@/lib/env";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { getBriefing } from "@/lib/summaries/briefings/briefing.queries";
import { briefingDocument } from "@/lib/summaries/briefings/briefing-document.rules";

type Context = { params: Promise<{ id: string }> };

/** A briefing for word processors. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const briefing = await getBriefing(await getPerson(), (await params).id);
  const lep = briefing && (await getLep(briefing.lepId));
  if (!briefing || !lep) return notFoundResponse();
  const content = await loadLepPaper(lep);
  return docxResponse(
    `${lep.id}-briefing`,
    (notice) => briefingDocument(briefing, content, new Date(), publicOrigin(), notice),
    {
      "cache-control": "no-store",
    },
  );
}
