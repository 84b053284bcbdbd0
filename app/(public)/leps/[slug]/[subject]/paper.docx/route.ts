import { findLepSubject, loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import { paperDocx } from "@/app/(public)/paper-file";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string; subject: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await findLepSubject(params);
  if (!found) return notFoundResponse();
  return paperDocx(found.lep.id, await loadLepPaper(found.lep, found.subject));
}
