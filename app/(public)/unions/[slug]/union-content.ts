import { getUnionFacts } from "@/lib/summaries/england/union-view.queries";
import { buildUnionCharts } from "@/lib/summaries/england/union-view.rules";

/** What a union's page and its files show; null for an unknown union. */
export async function loadUnion(slug: string) {
  const facts = await getUnionFacts(slug);
  return facts && { ...facts, charts: buildUnionCharts(facts) };
}

/** One chart of it; undefined for any other name. */
export async function findUnionChart(slug: string, id: string) {
  return (await loadUnion(slug))?.charts.find((chart) => chart.id === id);
}
