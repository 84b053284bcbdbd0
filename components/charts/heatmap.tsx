import { useId } from "react";
import { overShade, ShadedArea } from "@/components/charts/shaded-area";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { HeatCell, HeatRow } from "@/lib/summaries/charts/drawing.rules";

/** `name`: of what a row is; `shown`: how many rows are visible at first, the others behind a summary; all without it. */
type Props = { caption: string; name: string; columns: string[]; rows: HeatRow[]; shown?: number };

/** A table whose cells are shaded by their values, which are text in it as well. It scrolls by itself where it is wide. */
export function Heatmap({ rows, shown = rows.length, ...props }: Props) {
  if (rows.length <= shown + 1) return <HeatTable {...props} rows={rows} />;
  return (
    <>
      <HeatTable {...props} rows={rows.slice(0, shown)} />
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">
          Show the other {rows.length - shown}
        </summary>
        <HeatTable {...props} rows={rows.slice(shown)} />
      </details>
    </>
  );
}

function HeatTable({ caption, name, columns, rows }: Omit<Props, "shown">) {
  const hatching = `${useId()}hatching`;
  return (
    <ScrollRegion label={caption} className="my-4">
      <table className={`w-full border-separate border-spacing-0.5 ${columns.length > 8 ? "many-columns" : ""}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[name, ...columns].map((title) => (
              <th
                key={title}
                scope="col"
                className="min-w-20 px-1 pb-1 text-left align-bottom text-sm/tight font-semibold print:min-w-0"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="min-w-36 pr-2 text-left text-base/tight font-normal">
                {row.href ? (
                  <a className="link inline-block py-1" href={row.href}>
                    {row.name}
                  </a>
                ) : (
                  row.name
                )}
              </th>
              {row.cells.map((cell, at) => (
                <td key={columns[at]} className="relative h-11 text-center tabular-nums">
                  <ShadedArea shade={cell.shade} hatching={hatching} />
                  <Value {...cell} of={`${row.name}, ${columns[at]}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Value({ text, shade, href, of }: HeatCell & { of: string }) {
  if (!href) return <span className={overShade(shade)}>{text}</span>;
  return (
    <a
      href={href}
      className="relative flex size-full min-h-11 items-center justify-center text-ink underline decoration-1"
    >
      {text}
      <span className="sr-only">: {of}</span>
    </a>
  );
}
