import { useId } from "react";
import { ChartLegend, ChartRow, ChartRows } from "@/components/charts/chart-row";
import { type ShareScale, shareScale } from "@/components/charts/geometry";
import { Hatching } from "@/components/charts/hatching";
import type { PairRow } from "@/lib/summaries/charts/drawing.rules";

type Props = { valueName: string; referenceName: string; notShownName: string; rows: PairRow[]; shown?: number };

/** Two shares a row on one scale: a filled dot against an empty square, joined by a line as long as their difference. */
export function Dumbbells({ valueName, referenceName, notShownName, rows, shown }: Props) {
  const hatching = `${useId()}hatching`;
  const scale = shareScale(rows.flatMap(({ value, reference }) => [value ?? 0, reference ?? 0]));
  return (
    <>
      <Hatching id={hatching} lineClass="stroke-line" backgroundClass="fill-paper" />
      <ChartLegend
        entries={[
          { label: valueName, swatch: <Dot x="50%" /> },
          ...(rows.some(({ reference }) => reference !== null)
            ? [{ label: referenceName, swatch: <Square x="50%" /> }]
            : []),
          ...(rows.some(({ value }) => value === null)
            ? [{ label: notShownName, swatch: <NotShown hatching={hatching} /> }]
            : []),
        ]}
      />
      <div className="chart-grid px-4 @xl:grid @xl:grid-cols-[16rem_1fr] @xl:gap-x-6 @xl:pl-0">
        <svg aria-hidden="true" className="block h-6 w-full overflow-visible @xl:col-start-2">
          {scale.ticks.map((tick) => (
            <text key={tick} x={`${scale.position(tick)}%`} y="16" textAnchor="middle" className="fill-muted text-sm">
              {tick}%
            </text>
          ))}
        </svg>
      </div>
      <ChartRows shown={shown}>
        {rows.map(({ id, name, label, ...shares }) => (
          <ChartRow key={id} name={name} label={label}>
            <div className="px-4 @xl:pl-0">
              <Dumbbell {...shares} scale={scale} hatching={hatching} />
            </div>
          </ChartRow>
        ))}
      </ChartRows>
    </>
  );
}

type DumbbellProps = { value: number | null; reference: number | null; scale: ShareScale; hatching: string };

function Dumbbell({ value, reference, scale, hatching }: DumbbellProps) {
  const at = (share: number) => `${scale.position(share)}%`;
  return (
    <svg aria-hidden="true" className="block h-5 w-full overflow-visible">
      {value === null && <NotShown hatching={hatching} />}
      {scale.ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="20" className="stroke-line" />
      ))}
      {value !== null && reference !== null && (
        <line x1={at(value)} x2={at(reference)} y1="8" y2="8" strokeWidth="3" className="stroke-edge" />
      )}
      {reference !== null && <Square x={at(reference)} />}
      {value !== null && <Dot x={at(value)} />}
    </svg>
  );
}

const Dot = ({ x }: { x: string }) => <circle cx={x} cy="8" r="6" className="fill-link" />;

// a rectangle cannot be centred on a percentage: the inner SVG begins there
const Square = ({ x }: { x: string }) => (
  <svg aria-hidden="true" x={x} className="overflow-visible">
    <rect x="-6" y="2" width="12" height="12" strokeWidth="2" className="fill-paper stroke-ink" />
  </svg>
);

const NotShown = ({ hatching }: { hatching: string }) => (
  <rect x="0" y="1" width="100%" height="14" fill={`url(#${hatching})`} className="stroke-edge" />
);
