import { jobCountYear } from "@/lib/summaries/coverage.queries";
import { getEnglandFacts } from "@/lib/summaries/england/england.queries";
import { buildEngland } from "@/lib/summaries/england/england-charts.rules";

/** What the page about England, its files and the API show. */
export async function loadEngland(now = new Date()) {
  return buildEngland(await getEnglandFacts(now), jobCountYear, now);
}

/** One chart of it; undefined for any other name. */
export async function findEnglandChart(id: string) {
  return (await loadEngland()).charts.find((chart) => chart.id === id);
}
