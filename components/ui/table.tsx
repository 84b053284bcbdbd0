import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";

type Head = string | { text: string; numeric: true };
type Props = { caption: string; head: Head[]; rows: ReactNode[][]; showCaption?: boolean };

/** A column of numbers, aligned to the right. */
export const numeric = (text: string): Head => ({ text, numeric: true });

/** A table that scrolls by itself where the screen is narrow. The first cell of a row is its heading. */
export function Table({ caption, head, rows, showCaption = true }: Props) {
  const alignment = (index: number) => (typeof head[index] === "object" ? "text-right tabular-nums" : "text-left");
  return (
    <ScrollRegion label={caption} className="my-6">
      <table className={`w-full border-collapse ${head.length > 8 ? "many-columns" : ""}`}>
        <caption className={showCaption ? "mb-2 text-left font-semibold" : "sr-only"}>
          {/* as wide as the screen, where the table is wider */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">{caption}</span>
        </caption>
        <thead>
          <tr className="border-b-2 border-edge">
            {head.map((title, index) => {
              const text = typeof title === "string" ? title : title.text;
              return (
                <th key={text} scope="col" className={`py-2 pr-4 align-bottom font-semibold ${alignment(index)}`}>
                  {text}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page never change places
            <tr key={number} className="border-b border-line">
              {row.map((cell, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    key={index}
                    scope={index === 0 ? "row" : undefined}
                    className={`py-2.5 pr-4 align-top font-normal ${alignment(index)} ${index === 0 && head.length > 4 ? "min-w-36" : ""}`}
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
