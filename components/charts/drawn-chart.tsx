import type { ReactNode } from "react";
import { type ChartDownloads, ChartFigure } from "@/components/charts/chart-figure";
import { Columns } from "@/components/charts/columns";
import { Dumbbells } from "@/components/charts/dumbbells";
import { Heatmap } from "@/components/charts/heatmap";
import { Scatter } from "@/components/charts/scatter";
import { StackedBars } from "@/components/charts/stacked-bars";
import { TileMap } from "@/components/charts/tile-map";
import { ValueBars } from "@/components/charts/value-bars";
import { numeric, Table } from "@/components/ui/table";
import { type Chart, tableText } from "@/lib/summaries/charts/drawing.rules";

type Props = {
  chart: Chart;
  downloads?: ChartDownloads;
  /** How many rows of bars, or of a heatmap, are visible at first; all without it. */
  shown?: number;
  /** The table of the chart where it has more than figures: links to what they count. */
  table?: ReactNode;
  /** The drawing, for the same reason. */
  children?: ReactNode;
};

/** A chart with its claim, drawing, table and files. */
export function DrawnChart({ chart, downloads, shown, table, children }: Props) {
  const { claim, description, source } = chart;
  return (
    <ChartFigure
      claim={claim}
      description={`${description} ${source}`}
      downloads={downloads}
      table={table ?? <ChartTable {...chart} />}
    >
      {children ?? <Drawing {...chart} shown={shown} />}
    </ChartFigure>
  );
}

function ChartTable({ title, table: { columns, rows } }: Chart) {
  if (rows.length === 0) return <p>There are no figures yet.</p>;
  const isNumeric = (column: number) => rows.every((row) => typeof row[column] !== "string" || row[column] === "");
  return (
    <Table
      caption={title}
      head={columns.map((name, at) => (at > 0 && isNumeric(at) ? numeric(name) : name))}
      rows={rows.map((row) => row.map(tableText))}
    />
  );
}

function Drawing({ title, claim, drawing, shown }: Chart & { shown?: number }) {
  switch (drawing.kind) {
    case "tiles":
      return <TileMap tiles={drawing.tiles} />;
    case "heat":
      return drawing.rows.length > 0 && <Heatmap caption={claim} {...drawing} shown={shown} />;
    case "bars":
      return <ValueBars rows={drawing.rows} shown={shown} />;
    case "columns":
      return drawing.columns.length > 0 && <Columns columns={drawing.columns} />;
    case "stacked":
      return <StackedBars {...drawing} shown={shown} />;
    case "dots":
      return drawing.points.length > 0 && <Scatter title={title} {...drawing} />;
    case "pairs":
      return <Dumbbells {...drawing} shown={shown} />;
  }
}
