import { getLep } from "@/lib/strategies/lep.queries";
import { embedOf, embedPage, isEmbed } from "@/lib/summaries/embed.rules";
import { getWholeSummary } from "@/lib/summaries/summary.queries";

type Context = { params: Promise<{ slug: string; figure: string }> };

/** One figure of a LEP for a frame on anybody's page; lib/server/security-headers.ts lets this address alone be framed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, figure } = await params;
  const lep = isEmbed(figure) ? await getLep(slug) : null;
  const [summary] = lep ? await getWholeSummary(lep.id) : [];
  const embed = lep && summary && isEmbed(figure) ? embedOf(figure, lep.name, summary) : null;
  if (!lep || !embed) return new Response("There is nothing at this address.\n", { status: 404 });
  return new Response(embedPage(lep.id, embed), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
