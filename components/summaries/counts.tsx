import { BarChart } from "@/components/summaries/bar-chart";
import { CommentQuote } from "@/components/summaries/comment-quote";
import { CountTable } from "@/components/summaries/count-table";
import { FigureCell, FigureLink } from "@/components/summaries/figure-link";
import { Places } from "@/components/summaries/places";
import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import {
  countReactions,
  type RankedComment,
  type Reactions,
  type SummaryCounts,
  stancesCaption,
} from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { figurePath, threadsPath } from "@/lib/summaries/figures/figure-filter.rules";
import { type FigureFilter, noneOfThese } from "@/lib/summaries/figures/figure-filter.schema";
import { peopleOnFoundation } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = Pick<Summary, "scope" | "strategy" | "places" | "heardByLep" | "release"> & {
  /** The name of the scope: the LEP's, or the strategy's area. */
  name: string;
  subject: { id: string; about: string } | null;
  counts: SummaryCounts;
};

/** Comments, threads and reactions by foundation and section; the comments most agreed with and most divided. */
export function Counts({ name, subject, counts, release, ...summary }: Props) {
  const { scope, strategy } = summary;
  const { reactions, foundations } = counts;
  const filter = subject ? { subject: subject.id } : {};
  const most = Math.max(0, ...foundations.map(({ comments }) => comments));
  return (
    <>
      <p className="measure mb-4">
        <FigureLink href={figurePath(scope, filter)} count={counts.comments} one="comment" /> in{" "}
        <FigureLink href={threadsPath(scope, filter)} count={counts.threads} one="thread" /> on{" "}
        {subject ? `${subject.about} in ${name}` : name}. {counts.waiting && `${waitingText(counts.waiting.count)} `}
        {reactions && <ReactionsText reactions={reactions} href={figurePath(scope, filter)} />}
      </p>
      {!subject && <Places {...summary} />}
      {most > 0 && (
        <BarChart
          label="Comments by foundation"
          most={most}
          bars={foundations.map((row) => ({
            name: `${row.name}: ${row.comments}`,
            segments: [{ value: row.comments, fillClass: "fill-link", label: "Comments" }],
          }))}
        />
      )}
      {foundations.length > 0 && (
        <CountTable
          caption="By foundation"
          name="Foundation"
          rows={foundations}
          scope={scope}
          filter={({ id }) => ({ foundation: id })}
          peopleOf={release ? ({ id }) => peopleOnFoundation(release, id) : undefined}
        />
      )}
      <StanceTable scope={scope} stances={counts.stances} />
      {counts.sections.length > 0 && (
        <CountTable
          caption="By section"
          name="Section"
          rows={counts.sections}
          scope={scope}
          filter={({ number }) => ({ section: number ?? noneOfThese })}
          pageOf={({ number }) => (number === null ? null : paths.section(strategy.id, number))}
        />
      )}
      <CommentList title="What most agree with" rows={counts.supported}>
        More than half of people who reacted agree. We order them by the lower end of the range for the share who agree
        (Wilson, 95%), so that 5 of 5 does not come before 95 of 100.
      </CommentList>
      <CommentList title="What divides people most" rows={counts.disputed}>
        More than a quarter agree, and more than a quarter disagree. The most evenly split come first.
      </CommentList>
      {counts.day && <p className="text-muted text-sm">Reactions as counted on {formatDay(new Date(counts.day))}.</p>}
    </>
  );
}

/** What authors think of the section that they comment on. */
function StanceTable({ scope, stances }: Pick<Summary, "scope"> & Pick<SummaryCounts, "stances">) {
  if (stances.every(({ comments }) => comments === 0)) return null;
  return (
    <Table
      caption={stancesCaption}
      head={["View", ...["Comments", "Threads"].map(numeric)]}
      rows={stances.map(({ stance, name, comments, threads }) => {
        const filter: FigureFilter = { stance: stance ?? noneOfThese };
        return [
          name,
          <FigureCell key="comments" href={figurePath(scope, filter)} count={comments} one="comment" of={name} />,
          <FigureCell key="threads" href={threadsPath(scope, filter)} count={threads} one="thread" of={name} />,
        ];
      })}
    />
  );
}

const waitingText = (count: number | null) =>
  count === null
    ? "Fewer than 5 comments are waiting for a rep."
    : `About ${formatNumber(count)} comments are waiting for a rep.`;

function ReactionsText({ reactions, href }: { reactions: Reactions; href: string }) {
  const [agree, disagree, pass] = percentTexts([reactions.agrees, reactions.disagrees, reactions.passes]);
  const reacted = countReactions(reactions);
  return (
    <>
      People gave <FigureLink href={href} count={reacted} one="reaction" />
      {reacted > 0 && `: ${agree} agree, ${disagree} disagree, ${pass} passed`}.
    </>
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
