import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { atomResponse, notFoundResponse } from "@/lib/server/plain-response";
import { getLep } from "@/lib/strategies/lep.queries";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notFoundResponse();
  const { items } = await listPublishedAnswers({ lepId: lep.id });
  const feed = answerAtomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepAnswersFeed(lep.id),
    page: paths.lep(lep.id),
    title: `You said, we did: ${lep.title}`,
    entries: items,
  });
  return atomResponse(feed);
}
