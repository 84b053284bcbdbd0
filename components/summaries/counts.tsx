import { Bars } from "@/components/summaries/bar-chart";
import { Spoken } from "@/components/summaries/comment-quote";
import { Table } from "@/components/ui/table";
import { countOf, formatDay, formatNumber } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { Said as Facts, Rated, SaidRow } from "@/lib/summaries/summary.rules";

type Props = { strategyId: string; areaName: string; about: string | null; said: Facts };
const numeric = (text: string) => ({ text, numeric: true as const });

/** What was said: comments, threads and reactions by subject; what most agree with; what splits people. */
export function Said({ strategyId, areaName, about, said }: Props) {
  const { reactions, foundations } = said;
  const reacted = reactions ? total(reactions) : 0;
  const most = Math.max(0, ...foundations.map(({ comments }) => comments));
  return (
    <>
      <p className="measure mb-4">
        {countOf(said.comments, "comment")} in {countOf(said.threads, "thread")} on{" "}
        {about ? `${about} in ${areaName}` : areaName}. {said.waiting !== null && `${waits(said.waiting)} `}
        {reactions &&
          `People reacted ${countOf(reacted, "time")}: ${percent(reactions.agrees, reacted)} agreed, ${percent(reactions.disagrees, reacted)} disagreed, ${percent(reactions.passes, reacted)} passed.`}
      </p>
      {most > 0 && (
        <Bars
          label="Comments by foundation"
          most={most}
          bars={foundations.map(({ name, comments }) => ({
            name: `${name}: ${comments}`,
            parts: [{ value: comments, look: "fill-link", what: "Comments" }],
          }))}
        />
      )}
      {foundations.length > 0 && (
        <Counts
          caption="By foundation"
          name="Foundation"
          rows={foundations}
          href={({ id }) => paths.commentsUnder(strategyId, id)}
        />
      )}
      {said.themes.length > 0 && (
        <Counts
          caption="By theme"
          name="Theme"
          rows={said.themes}
          href={({ id }) => paths.commentsOn(strategyId, id)}
        />
      )}
      {said.sections.length > 0 && (
        <Counts
          caption="By section"
          name="Section"
          rows={said.sections}
          href={({ number }) => paths.section(strategyId, number ?? 1)}
        />
      )}
      <Comments title="What most agree with" rows={said.supported}>
        By the lower end of what the share who agree can be (Wilson, 95%), so that 5 of 5 does not come before 95 of
        100.
      </Comments>
      <Comments title="What splits people most evenly" rows={said.disputed}>
        Nearly as many agree as disagree.
      </Comments>
      {said.day && <p className="text-muted text-sm">Reactions as counted on {formatDay(new Date(said.day))}.</p>}
    </>
  );
}

const waits = (waiting: number) =>
  waiting === 0 ? "Nothing waits for a rep." : `${countOf(waiting, "comment waits", "comments wait")} for a rep.`;

type Reactions = { agrees: number; disagrees: number; passes: number };
const total = ({ agrees, disagrees, passes }: Reactions) => agrees + disagrees + passes;
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${Math.round((part / whole) * 100)}%`);

type CountsProps = { caption: string; name: string; rows: SaidRow[]; href: (row: SaidRow) => string };

function Counts({ caption, name, rows, href }: CountsProps) {
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
        formatNumber(total(row)),
        percent(row.agrees, total(row)),
        percent(row.disagrees, total(row)),
        percent(row.passes, total(row)),
      ])}
    />
  );
}

function Comments({ title, rows, children }: { title: string; rows: Rated[]; children: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="mt-8 mb-1 text-xl">{title}</h3>
      <p className="measure text-muted text-sm">{children}</p>
      <div className="quotes">
        {rows.slice(0, 5).map((one) => (
          <Spoken key={one.comment} said={one.said}>
            {one.agrees} of {total(one)} agree, {one.disagrees} disagree, {one.passes} passed
          </Spoken>
        ))}
      </div>
    </>
  );
}
