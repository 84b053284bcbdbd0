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

/** A chart with its claim and its table. Every value is also text beside its bar, so its drawings are hidden from screen readers. */
export function ChartFigure({ claim, description, table, downloads, children }: Props) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="chart my-6">
      <figcaption>
        <h3 id={id} className="mb-1 text-xl">
          {claim}
        </h3>
        <p className="measure text-base/snug text-muted">{description}</p>
      </figcaption>
      {children}
      <details className="chart-table">
        <summary className="link flex min-h-11 cursor-pointer items-center">
          Show as a table<span className="sr-only">: {claim}</span>
        </summary>
        {table}
      </details>
      {downloads && (
        <p className="flex gap-x-6 print:hidden">
          <a className="link inline-flex min-h-11 items-center" href={downloads.csv}>
            CSV<span className="sr-only"> of the figures: {claim}</span>
          </a>
          <a className="link inline-flex min-h-11 items-center" href={downloads.svg}>
            Picture (SVG)<span className="sr-only">: {claim}</span>
          </a>
        </p>
      )}
    </figure>
  );
}
