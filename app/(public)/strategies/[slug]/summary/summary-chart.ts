import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { findSubject } from "@/lib/areas/subject.rules";
import { getLep } from "@/lib/strategies/lep.queries";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import { listFrontPages } from "@/lib/summaries/overview/front-page.queries";
import { listSummaryCharts } from "@/lib/summaries/overview/summary-charts.rules";
import { getStrategySummary, listLepSummaries } from "@/lib/summaries/summary.queries";

/**
 * A chart of the first page of a summary: of a strategy, or of a LEP (`lep`) and one subject of it (`subject`), with the
 * name of its file; null for any other name.
 */
export async function findSummaryChart(
  { slug, chart: id }: { slug: string; chart: string },
  query: URLSearchParams,
): Promise<{ fileName: string; chart: Chart } | null> {
  const found = await findSummary(slug, query.get("lep"), query.get("subject"));
  if (!found) return null;
  const { name, summary, subject } = found;
  const [[frontPage], [answers]] = await Promise.all([
    listFrontPages([summary], subject),
    listStrategyAnswers([summary.strategy], subject?.themes),
  ]);
  const charts = frontPage ? listSummaryCharts(name, frontPage, answers?.progress ?? null) : [];
  const chart = charts.find((one) => one.id === id);
  return chart ? { fileName: [query.get("lep") ?? slug, subject?.id].filter(Boolean).join("-"), chart } : null;
}

async function findSummary(slug: string, lepId: string | null, subjectId: string | null) {
  const subject = subjectId === null ? null : findSubject(subjectId);
  if (subjectId !== null && !subject) return null;
  if (lepId === null) {
    const summary = subject ? null : await getStrategySummary(slug);
    return summary && { name: summary.strategy.areaName, summary, subject: null };
  }
  const lep = await getLep(lepId);
  const summary = lep && (await listLepSummaries(lep.id, subject)).find(({ strategy }) => strategy.id === slug);
  return lep && summary ? { name: lep.name, summary, subject: subject ?? null } : null;
}
