import { type ReactNode, useId } from "react";
import { ChartLegend, ChartRow, ChartRows } from "@/components/charts/chart-row";
import { stackSegments } from "@/components/charts/geometry";
import { Hatching } from "@/components/charts/hatching";
import { Sparkline, SparklineColumns } from "@/components/charts/sparkline";
import { type StackedRow, trendText } from "@/lib/summaries/charts/drawing.rules";

type Row = Omit<StackedRow, "name" | "note"> & { name: ReactNode; note?: ReactNode };
type Props = { series: readonly [string, string, string]; trendName: string; rows: Row[]; shown?: number };

/** Bars of equal length, each divided in three: filled, hatched and empty; beside its values the trend over the weeks. */
export function StackedBars({ series, trendName, rows, shown }: Props) {
  const hatching = `${useId()}hatching`;
  const hasTrend = rows.some(({ trend }) => trend.length > 0);
  return (
    <>
      <Hatching id={hatching} lineClass="stroke-bad" backgroundClass="fill-paper" />
      <ChartLegend
        entries={[
          ...series.map((label, index) => ({
            label,
            swatch: <rect x="1" y="2" width="26" height="12" {...segmentAttributes(index, hatching)} />,
          })),
          ...(hasTrend ? [{ label: trendName, swatch: <SparklineColumns values={[1, 2, 3]} /> }] : []),
        ]}
      />
      <ChartRows shown={shown}>
        {rows.map(({ id, parts, trend, ...row }) => (
          <ChartRow key={id} {...row} trend={<Sparkline values={trend} label={`${trendName}: ${trendText(trend)}`} />}>
            <StackedBar parts={parts} hatching={hatching} />
          </ChartRow>
        ))}
      </ChartRows>
    </>
  );
}

function StackedBar({ parts, hatching }: { parts: Row["parts"]; hatching: string }) {
  if (parts.every((part) => part === 0)) return null;
  return (
    <svg aria-hidden="true" className="block h-5 w-full overflow-visible">
      {stackSegments(parts).map(({ start, width }, index) =>
        width === 0 ? null : (
          <rect
            key={start}
            x={`${start}%`}
            y="2"
            width={`${width}%`}
            height="15"
            {...segmentAttributes(index, hatching)}
          />
        ),
      )}
    </svg>
  );
}

function segmentAttributes(index: number, hatching: string) {
  if (index === 0) return { className: "fill-good stroke-good" };
  return index === 1 ? { fill: `url(#${hatching})`, className: "stroke-bad" } : { className: "fill-paper stroke-edge" };
}
