import { countLabel, formatNumber } from "@/lib/numbers";

/** The address of the list behind a figure, its number, and what it counts: "comment" and "comments". */
type Props = { href: string; count: number; one: string; many?: string };

/** A number in a sentence, with its unit, as a link to exactly what it counts. */
export function FigureLink({ href, count, one, many }: Props) {
  const label = countLabel(count, one, many);
  if (count === 0) return label;
  return (
    <a className="link" href={href}>
      {label}
    </a>
  );
}

/** A number in a table as a link to exactly what it counts; screen readers get the unit and the name of its row. */
export function FigureCell({ href, count, one, many = `${one}s`, of }: Props & { of: string }) {
  if (count === 0) return "0";
  return (
    <a className="link inline-block min-w-6 py-0.5" href={href}>
      {formatNumber(count)}
      <span className="sr-only">
        {" "}
        {count === 1 ? one : many}, {of}
      </span>
    </a>
  );
}
