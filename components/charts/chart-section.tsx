import type { ChartDownloads } from "@/components/charts/chart-figure";
import { DrawnChart } from "@/components/charts/drawn-chart";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";

type Props = { chart: Chart; downloads?: ChartDownloads; shown?: number };

/** A chart as a section of a page, under its title. `shown`: as in DrawnChart. */
export function ChartSection({ chart, downloads, shown }: Props) {
  return (
    <section aria-labelledby={chart.id} className="mt-6">
      <h2 id={chart.id} className="text-2xl">
        {chart.title}
      </h2>
      <DrawnChart chart={chart} downloads={downloads} shown={shown} />
    </section>
  );
}
