import { formatNumber } from "@/lib/numbers";
import type { ChartColumn } from "@/lib/summaries/charts/drawing.rules";

/** Of the columns with events, which the list below them explains. */
const marks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** One column a week, as high as its value, which is written above it; weeks in which something happened are lettered. */
export function Columns({ columns }: { columns: ChartColumn[] }) {
  const greatest = Math.max(1, ...columns.map(({ value }) => value));
  const marked = columns.filter(({ events }) => events.length > 0);
  const markOf = (column: ChartColumn) => marks[marked.indexOf(column)];
  return (
    <>
      <ol className="mt-3 flex items-start">
        {columns.map((column) => (
          <li key={column.id} className="min-w-0 flex-1 text-center text-[0.7rem]/tight sm:text-sm/tight">
            <p className="sr-only">{column.name}</p>
            <p className="sr-only">{column.label}</p>
            <Drawing value={column.value} greatest={greatest} />
            <span aria-hidden="true" className="mt-1 block">
              {column.short}
            </span>
            <span aria-hidden="true" className="block font-bold text-base">
              {markOf(column)}
            </span>
          </li>
        ))}
      </ol>
      <dl className="text-base/snug">
        {marked.map((column) => (
          <div key={column.id} className="break-inside-avoid py-0.5">
            <dt className="inline font-semibold">
              <span aria-hidden="true">{markOf(column)} </span>
              {column.name}:
            </dt>{" "}
            <dd className="inline">{column.events.join("; ")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Drawing({ value, greatest }: { value: number; greatest: number }) {
  const height = (value / greatest) * 100;
  const top = `${(100 - height).toFixed(2)}%`;
  return (
    <svg aria-hidden="true" className="mt-5 block h-28 w-full overflow-visible">
      <rect x="12%" y={top} width="76%" height={`${height.toFixed(2)}%`} className="fill-link" />
      <line x1="0%" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
      <text x="50%" y={top} dy="-4" textAnchor="middle" className="fill-ink tabular-nums">
        {formatNumber(value)}
      </text>
    </svg>
  );
}
