import type { ChartDownloads } from "@/components/charts/chart-figure";
import { DrawnChart } from "@/components/charts/drawn-chart";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";

/** A chart as a section of a page, under its title. */
export function ChartSection({ chart, downloads }: { chart: Chart; downloads?: ChartDownloads }) {
  return (
    <section aria-labelledby={chart.id} className="mt-10">
      <h2 id={chart.id} className="text-2xl">
        {chart.title}
      </h2>
      <DrawnChart chart={chart} downloads={downloads} />
    </section>
  );
}
