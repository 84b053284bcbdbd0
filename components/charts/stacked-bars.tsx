import { type ReactNode, useId } from "react";
import { ChartLegend, ChartRow, ChartRows } from "@/components/charts/chart-row";
import { stackSegments } from "@/components/charts/geometry";
import { Hatching } from "@/components/charts/hatching";
import type { StackedRow } from "@/lib/summaries/charts/drawing.rules";

type Row = Omit<StackedRow, "name" | "note"> & { name: ReactNode; note?: ReactNode };
type Props = { series: readonly [string, string, string]; rows: Row[]; shown?: number };

/** Bars of equal length, each divided in three: filled, hatched and empty. */
export function StackedBars({ series, rows, shown }: Props) {
  const hatching = `${useId()}hatching`;
  return (
    <>
      <Hatching id={hatching} lineClass="stroke-bad" backgroundClass="fill-paper" />
      <ChartLegend
        entries={series.map((label, index) => ({
          label,
          swatch: <rect x="1" y="2" width="26" height="12" {...segmentAttributes(index, hatching)} />,
        }))}
      />
      <ChartRows shown={shown}>
        {rows.map(({ id, parts, ...row }) => (
          <ChartRow key={id} {...row}>
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
