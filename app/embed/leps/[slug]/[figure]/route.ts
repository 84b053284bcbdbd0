import { isDemo } from "@/lib/env";
import { demoNotice } from "@/lib/people/demo-tours.rules";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";
import { buildEmbed, isEmbedId, renderEmbedPage } from "@/lib/summaries/embed.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string; figure: string }> };

/** One figure of a LEP for a frame on another site; lib/server/security-headers.ts allows framing of this address only. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, figure } = await params;
  const lep = isEmbedId(figure) ? await getLep(slug) : null;
  const [summary] = lep ? await listLepSummaries(lep.id) : [];
  const embed = lep && summary && isEmbedId(figure) ? buildEmbed(figure, lep.name, summary) : null;
  if (!lep || !embed) return notFoundResponse();
  const note = isDemo() ? `${demoNotice.title} ${demoNotice.text} ${embed.note}` : embed.note;
  return new Response(renderEmbedPage(lep.id, { ...embed, note }), {
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}
