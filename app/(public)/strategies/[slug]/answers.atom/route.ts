import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { atomResponse, notFoundResponse } from "@/lib/server/plain-response";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const strategy = await getStrategyOutline((await params).slug);
  if (!strategy) return notFoundResponse();
  const { items } = await listPublishedAnswers({ strategyId: strategy.id });
  const feed = answerAtomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.answersFeed(strategy.id),
    page: paths.answers(strategy.id),
    title: `You said, we did: ${strategy.areaName}`,
    entries: items,
  });
  return atomResponse(feed);
}
