import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { paperDocx } from "@/app/(public)/paper-file";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  return lep ? paperDocx(lep.id, await loadLepPaper(lep)) : notFoundResponse();
}
