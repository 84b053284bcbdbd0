import { BarChart } from "@/components/summaries/bar-chart";
import { CommentQuote } from "@/components/summaries/comment-quote";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { type CountRow, countReactions, type RankedComment, type SummaryCounts } from "@/lib/summaries/counts.rules";
import { percentText } from "@/lib/summaries/display.rules";

type Props = { strategyId: string; areaName: string; about: string | null; counts: SummaryCounts };

/** Comments, threads and reactions by foundation, theme and section; the comments most agreed with and most divided. */
export function Counts({ strategyId, areaName, about, counts }: Props) {
  const { reactions, foundations } = counts;
  const reacted = reactions ? countReactions(reactions) : 0;
  const most = Math.max(0, ...foundations.map(({ comments }) => comments));
  return (
    <>
      <p className="measure mb-4">
        {countLabel(counts.comments, "comment")} in {countLabel(counts.threads, "thread")} on{" "}
        {about ? `${about} in ${areaName}` : areaName}. {counts.waiting !== null && `${heldText(counts.waiting)} `}
        {reactions &&
          `People reacted ${countLabel(reacted, "time")}: ${percentText(reactions.agrees, reacted)} agreed, ${percentText(reactions.disagrees, reacted)} disagreed, ${percentText(reactions.passes, reacted)} passed.`}
      </p>
      {most > 0 && (
        <BarChart
          label="Comments by foundation"
          most={most}
          bars={foundations.map(({ name, comments }) => ({
            name: `${name}: ${comments}`,
            segments: [{ value: comments, fillClass: "fill-link", label: "Comments" }],
          }))}
        />
      )}
      {foundations.length > 0 && (
        <CountTable
          caption="By foundation"
          name="Foundation"
          rows={foundations}
          href={({ id }) => paths.commentsUnder(strategyId, id)}
        />
      )}
      {counts.themes.length > 0 && (
        <CountTable
          caption="By theme"
          name="Theme"
          rows={counts.themes}
          href={({ id }) => paths.commentsOn(strategyId, id)}
        />
      )}
      {counts.sections.length > 0 && (
        <CountTable
          caption="By section"
          name="Section"
          rows={counts.sections}
          href={({ number }) => paths.section(strategyId, number ?? 1)}
        />
      )}
      <CommentList title="What most agree with" rows={counts.supported}>
        By the lower end of what the share who agree can be (Wilson, 95%), so that 5 of 5 does not come before 95 of
        100.
      </CommentList>
      <CommentList title="What splits people most evenly" rows={counts.disputed}>
        Nearly as many agree as disagree.
      </CommentList>
      {counts.day && <p className="text-muted text-sm">Reactions as counted on {formatDay(new Date(counts.day))}.</p>}
    </>
  );
}

const heldText = (waiting: number) =>
  waiting === 0 ? "Nothing waits for a rep." : `${countLabel(waiting, "comment waits", "comments wait")} for a rep.`;

type CountTableProps = { caption: string; name: string; rows: CountRow[]; href: (row: CountRow) => string };

function CountTable({ caption, name, rows, href }: CountTableProps) {
  return (
    <Table
      caption={caption}
      head={[name, ...["Comments", "Threads", "Reactions", "Agree", "Disagree", "Pass"].map(numeric)]}
      rows={rows.map((row) => [
        <a key="name" className="link" href={href(row)}>
          {row.name}
        </a>,
        formatNumber(row.comments),
        formatNumber(row.threads),
        formatNumber(countReactions(row)),
        percentText(row.agrees, countReactions(row)),
        percentText(row.disagrees, countReactions(row)),
        percentText(row.passes, countReactions(row)),
      ])}
    />
  );
}

function CommentList({ title, rows, children }: { title: string; rows: RankedComment[]; children: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="mt-8 mb-1 text-xl">{title}</h3>
      <p className="measure text-muted text-sm">{children}</p>
      <div className="quotes">
        {rows.slice(0, 5).map((row) => (
          <CommentQuote key={row.comment} citation={row.citation}>
            {row.agrees} of {countReactions(row)} agree, {row.disagrees} disagree, {row.passes} passed
          </CommentQuote>
        ))}
      </div>
    </>
  );
}
