import { FigureCell } from "@/components/summaries/figure-link";
import { numeric, Table } from "@/components/ui/table";
import { trendText } from "@/lib/summaries/charts/drawing.rules";
import { type CountRow, countReactions, trendColumn } from "@/lib/summaries/counts.rules";
import { peopleColumn, peopleText, percentTexts } from "@/lib/summaries/display.rules";
import { figurePath, threadsPath } from "@/lib/summaries/figures/figure-filter.rules";
import type { FigureFilter } from "@/lib/summaries/figures/figure-filter.schema";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

type Props = {
  caption: string;
  name: string;
  /** With a trend, the table has a column of it. */
  rows: (CountRow & { trend?: number[] })[];
  scope: SummaryScope;
  /** What a row counts. */
  filter: (row: CountRow) => FigureFilter;
  /** How many people commented on it, from the newest release: a column more. */
  peopleOf?: (row: CountRow) => number | null;
  /** The page of what the row is about, if it has one. */
  pageOf?: (row: CountRow) => string | null;
};

/** Comments, threads and reactions, a row for each theme, section or foundation. */
export function CountTable({ caption, name, rows, scope, filter, peopleOf, pageOf = () => null }: Props) {
  const hasTrend = rows.some(({ trend }) => trend !== undefined);
  return (
    <Table
      caption={caption}
      head={[
        name,
        ...["Comments", "Threads", "Reactions", "Agree", "Disagree", "Pass"].map(numeric),
        ...(peopleOf ? [numeric(peopleColumn)] : []),
        ...(hasTrend ? [trendColumn] : []),
      ]}
      rows={rows.map((row) => {
        const [href, page] = [figurePath(scope, filter(row)), pageOf(row)];
        return [
          page ? (
            <a key="name" className="link" href={page}>
              {row.name}
            </a>
          ) : (
            row.name
          ),
          <FigureCell key="comments" href={href} count={row.comments} one="comment" of={row.name} />,
          <FigureCell
            key="threads"
            href={threadsPath(scope, filter(row))}
            count={row.threads}
            one="thread"
            of={row.name}
          />,
          <FigureCell key="reactions" href={href} count={countReactions(row)} one="reaction" of={row.name} />,
          ...percentTexts([row.agrees, row.disagrees, row.passes]),
          ...(peopleOf ? [peopleText(peopleOf(row))] : []),
          ...(hasTrend ? [trendText(row.trend ?? [])] : []),
        ];
      })}
    />
  );
}
