import type { ReactNode } from "react";

type Props = {
  name: ReactNode;
  /** Further facts under the name. */
  note?: ReactNode;
  /** The values that are drawn, as text. */
  label: string;
  /** A small drawing at the end of the line of its values. */
  trend?: ReactNode;
  children: ReactNode;
};

/** One row of a chart: its name, its drawing, and the values of that as text. Side by side where the chart is wide. */
export function ChartRow({ name, note, label, trend, children }: Props) {
  return (
    <li className="chart-grid break-inside-avoid border-line border-t py-1.5 @xl:grid @xl:grid-cols-[16rem_1fr] @xl:gap-x-6">
      <div className="flex flex-wrap items-baseline gap-x-3 @xl:block">
        <p className="font-semibold leading-snug">{name}</p>
        {note && <p className="text-base/snug">{note}</p>}
      </div>
      <div className="mt-0.5">
        {children}
        <div className="flex flex-wrap items-end gap-x-3">
          <p className="text-base/snug">{label}</p>
          {trend}
        </div>
      </div>
    </li>
  );
}

/** The rows of a chart. `shown`: how many are visible at first, the others behind a summary; all without it. */
export function ChartRows({ shown, children }: { shown?: number; children: ReactNode[] }) {
  if (shown === undefined || children.length <= shown + 1) return <ul>{children}</ul>;
  return (
    <>
      <ul>{children.slice(0, shown)}</ul>
      <details className="mr-6 inline-block align-top open:mr-0 open:block">
        <summary className="link flex min-h-11 cursor-pointer items-center">
          Show the other {children.length - shown}
        </summary>
        <ul>{children.slice(shown)}</ul>
      </details>
    </>
  );
}

export type LegendEntry = { label: string; swatch: ReactNode };

export function ChartLegend({ entries }: { entries: LegendEntry[] }) {
  return (
    <p className="my-2 flex flex-wrap gap-x-5">
      {entries.map(({ label, swatch }) => (
        <span key={label} className="inline-flex items-center gap-2">
          <svg aria-hidden="true" className="h-[16px] w-[28px] shrink-0 overflow-visible">
            {swatch}
          </svg>
          {label}
        </span>
      ))}
    </p>
  );
}
