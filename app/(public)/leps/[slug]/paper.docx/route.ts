import { paperDocx } from "@/app/(public)/leps/[slug]/paper-file";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  return lep ? paperDocx(lep) : notFoundResponse();
}
