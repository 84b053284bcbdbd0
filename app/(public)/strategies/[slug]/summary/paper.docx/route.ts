import { paperDocx } from "@/app/(public)/paper-file";
import { loadStrategyPaper } from "@/app/(public)/strategies/[slug]/summary/strategy-paper";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const content = await loadStrategyPaper(slug);
  return content ? paperDocx(slug, content) : notFoundResponse();
}
