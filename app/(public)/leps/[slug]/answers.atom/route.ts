import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return new Response("There is nothing at this address.\n", { status: 404 });
  const { items } = await listPublishedAnswers({ lepId: lep.id });
  const feed = answerAtomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepAnswersFeed(lep.id),
    page: paths.lep(lep.id),
    title: `You said, we did: ${lep.title}`,
    entries: items,
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
