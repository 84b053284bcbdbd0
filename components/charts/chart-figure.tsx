import { type ReactNode, useId } from "react";

type Props = {
  /** The title: a sentence with its main finding. */
  claim: string;
  /** What is drawn, and how to read it. */
  description: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  /** Addresses of the chart's figures and picture as files. */
  downloads?: ChartDownloads;
  children: ReactNode;
};

export type ChartDownloads = { csv: string; svg: string };

/** What opens the table of a chart. */
export const chartTableLabels = { alone: "Show as a table", withFiles: "Table and files" };

/** A chart with its claim and its table. Every value is also text beside its bar, so its drawings are hidden from screen readers. */
export function ChartFigure({ claim, description, table, downloads, children }: Props) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="chart @container my-4">
      <figcaption>
        <h3 id={id} className="mb-1 text-lg/snug sm:text-xl">
          {claim}
        </h3>
        <p className="measure text-base/snug text-muted">{description}</p>
      </figcaption>
      {children}
      <details className="chart-table inline-block align-top open:block">
        <summary className="link flex min-h-11 cursor-pointer items-center">
          {downloads ? chartTableLabels.withFiles : chartTableLabels.alone}
          <span className="sr-only">: {claim}</span>
        </summary>
        {downloads && (
          <p className="flex gap-x-6 print:hidden">
            <a className="link inline-flex min-h-11 items-center" href={downloads.csv}>
              Table (CSV)<span className="sr-only">: {claim}</span>
            </a>
            <a className="link inline-flex min-h-11 items-center" href={downloads.svg}>
              Picture (SVG)<span className="sr-only">: {claim}</span>
            </a>
          </p>
        )}
        {table}
      </details>
    </figure>
  );
}
