import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { listFrontPages } from "@/lib/summaries/overview/front-page.queries";
import { getStrategySummary } from "@/lib/summaries/summary.queries";

/** What the board paper of the body that leads a strategy shows; null if there is no such strategy. */
export async function loadStrategyPaper(slug: string) {
  const summary = await getStrategySummary(slug);
  if (!summary) return null;
  const [frontPages, answers] = await Promise.all([listFrontPages([summary]), listStrategyAnswers([summary.strategy])]);
  return { name: summary.strategy.areaName, subject: null, frontPages, answers, facts: null };
}
