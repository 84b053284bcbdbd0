import { useId } from "react";
import { ChartRow, ChartRows } from "@/components/charts/chart-row";
import { Hatching } from "@/components/charts/hatching";
import type { BarRow } from "@/lib/summaries/charts/drawing.rules";

/** One bar a row, as long as its value; hatched where that is not shown. `shown`: as in ChartRows. */
export function ValueBars({ rows, shown }: { rows: BarRow[]; shown?: number }) {
  const hatching = `${useId()}hatching`;
  const greatest = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <>
      <Hatching id={hatching} lineClass="stroke-line" backgroundClass="fill-paper" />
      <ChartRows shown={shown}>
        {rows.map(({ id, name, href, value, label }) => (
          <ChartRow
            key={id}
            name={
              href ? (
                <a className="link" href={href}>
                  {name}
                </a>
              ) : (
                name
              )
            }
            label={label}
          >
            <svg aria-hidden="true" className="block h-4 w-full overflow-visible">
              {value === null && (
                <rect x="0%" y="1" width="100%" height="11" fill={`url(#${hatching})`} className="stroke-edge" />
              )}
              {value !== null && value > 0 && (
                <rect
                  x="0%"
                  y="1"
                  width={`${((value / greatest) * 100).toFixed(2)}%`}
                  height="11"
                  className="fill-link"
                />
              )}
            </svg>
          </ChartRow>
        ))}
      </ChartRows>
    </>
  );
}
