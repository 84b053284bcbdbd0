import { findLepSubject } from "@/app/(public)/leps/[slug]/lep-content";
import { paperDocx } from "@/app/(public)/leps/[slug]/paper-file";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string; subject: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await findLepSubject(params);
  return found ? paperDocx(found.lep, found.subject) : notFoundResponse();
}
