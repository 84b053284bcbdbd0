import { type ReactNode, useId } from "react";

type Props = {
  /** The title: a sentence with its main finding. */
  claim: string;
  /** What is drawn, and how to read it. */
  description: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  children: ReactNode;
};

/** A chart with its claim and its table. Every value is also text beside its bar, so its drawings are hidden from screen readers. */
export function ChartFigure({ claim, description, table, children }: Props) {
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
    </figure>
  );
}
