import { type ChartDownloads, ChartFigure } from "@/components/charts/chart-figure";
import { Heatmap } from "@/components/charts/heatmap";
import { TileMap } from "@/components/charts/tile-map";
import { ValueBars } from "@/components/charts/value-bars";
import { numeric, Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/numbers";
import { type Chart, notShownText, type TableValue } from "@/lib/summaries/charts/drawing.rules";

type Props = { chart: Chart; downloads?: ChartDownloads };

/** A chart with its claim, drawing, table and files. */
export function DrawnChart({ chart: { title, claim, description, source, drawing, table }, downloads }: Props) {
  const isNumeric = (column: number) =>
    table.rows.every((row) => typeof row[column] !== "string" || row[column] === "");
  return (
    <ChartFigure
      claim={claim}
      description={`${description} ${source}`}
      downloads={downloads}
      table={
        table.rows.length > 0 ? (
          <Table
            caption={title}
            head={table.columns.map((name, at) => (at > 0 && isNumeric(at) ? numeric(name) : name))}
            rows={table.rows.map((row) => row.map(valueText))}
          />
        ) : (
          <p>There are no figures yet.</p>
        )
      }
    >
      {drawing.kind === "tiles" && <TileMap tiles={drawing.tiles} />}
      {drawing.kind === "heat" && drawing.rows.length > 0 && <Heatmap caption={claim} {...drawing} />}
      {drawing.kind === "bars" && <ValueBars rows={drawing.rows} />}
    </ChartFigure>
  );
}

const valueText = (value: TableValue) => {
  if (value === null) return notShownText;
  return typeof value === "number" ? formatNumber(value) : value;
};
