import { csvFile } from "@/lib/csv";
import { chartSvg } from "@/lib/summaries/charts/chart-svg";
import { type Chart, notShownText, type TableValue } from "@/lib/summaries/charts/drawing.rules";

const attachment = (type: string, fileName: string) => ({
  headers: { "content-type": type, "content-disposition": `attachment; filename="${fileName}"` },
});

const cell = (value: TableValue) => value ?? notShownText;

/** The table of a chart. */
export const chartCsv = (name: string, { id, table }: Chart): Response =>
  new Response(
    csvFile([table.columns, ...table.rows.map((row) => row.map(cell))]),
    attachment("text/csv; charset=utf-8", `${name}-${id}.csv`),
  );

/** The picture of a chart. */
export const chartSvgFile = (name: string, chart: Chart): Response =>
  new Response(chartSvg(chart), attachment("image/svg+xml; charset=utf-8", `${name}-${chart.id}.svg`));

/** Every value of these charts, one a line. */
export function chartsCsv(name: string, charts: Chart[]): Response {
  const rows = charts.flatMap(({ title, source, table: { columns, rows: values } }) =>
    values.flatMap(([row = "", ...others]) =>
      others.map((value, at) => [title, cell(row), columns[at + 1] ?? "", cell(value), source]),
    ),
  );
  return new Response(
    csvFile([["chart", "row", "what", "value", "from"], ...rows]),
    attachment("text/csv; charset=utf-8", `${name}.csv`),
  );
}
