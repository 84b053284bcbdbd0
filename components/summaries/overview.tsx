import type { ReactNode } from "react";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { formatDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import { countReactions } from "@/lib/summaries/counts.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type StrategyAnswers = {
  slug: string;
  progress: { state: string; dueAt: Date | null; answered: number; unanswered: { name: string }[] };
};
type Props = { name: string; about: string | null; summary: Summary; answers: StrategyAnswers[] };

/** The summary in a few lines, each linked to its section, for readers with one minute. */
export function Overview({ name, about, summary, answers }: Props) {
  const { strategy, counts, opinion, responses } = summary;
  const answer = answers.find(({ slug }) => slug === strategy.id);
  return (
    <section aria-labelledby="in-short" className="my-6">
      <h2 id="in-short" className="mb-2 text-2xl">
        In short
      </h2>
      <ul className="measure">
        {answer && (
          <Line to={`answers-${strategy.id}`} label="Answers">
            {answersText(answer.progress)}
          </Line>
        )}
        <Line to={summaryPartAnchor("coverageGaps")} label="Too few to show">
          {coverageGapsText(name, summary)}
        </Line>
        <Line to={summaryPartAnchor("counts")} label="Said">
          {countLabel(counts.comments, "comment")} in {countLabel(counts.threads, "thread")}
          {about && ` on ${about}`}.{" "}
          {counts.supported[0] && (
            <>
              Most agreed with, by {counts.supported[0].agrees} of {countReactions(counts.supported[0])}: “
              {excerpt(counts.supported[0].citation.text, 110)}”
            </>
          )}
        </Line>
        {opinion && (
          <Line to={summaryPartAnchor("opinion")} label="Where people stand">
            {opinionText(opinion.content)}
          </Line>
        )}
        {responses.items.length > 0 && (
          <Line to={summaryPartAnchor("responses")} label="Unions">
            {countLabel(
              responses.items.length,
              "union’s response stands for its members",
              "unions’ responses stand for their members",
            )}
            {responses.more && ", and more"}.
          </Line>
        )}
      </ul>
    </section>
  );
}

function Line({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  return (
    <li className="border-line border-t py-2 sm:grid sm:grid-cols-[11rem_1fr] sm:gap-4">
      <a className="link flex min-h-11 items-center font-semibold sm:items-start print:min-h-0" href={`#${to}`}>
        {label}
      </a>
      <span>{children}</span>
    </li>
  );
}

function answersText({ state, dueAt, answered, unanswered }: StrategyAnswers["progress"]): string {
  const given = `${countLabel(answered, "answer")} given.`;
  if (state === "complete" || unanswered.length === 0) return `${given} Nothing waits.`;
  const waits = `${countLabel(unanswered.length, "theme", "themes")} with comments ${unanswered.length === 1 ? "waits" : "wait"}`;
  if (state === "over" && dueAt) return `${given} ${waits}: overdue since ${formatDay(dueAt)}.`;
  return dueAt ? `${given} ${waits}: due by ${formatDay(dueAt)}.` : `${given} ${waits}.`;
}

function coverageGapsText(name: string, { release, coverage }: Summary): string {
  if (!release || !coverage) return "Not known yet: there is no release of counts.";
  const unheard = coverage.sectors.filter(({ people, jobs }) => people === null && (jobs > 0 || coverage.jobs === 0));
  const people = peopleInCell(release, {});
  const heard = people === null ? "" : ` About ${formatNumber(people)} people were heard under ${name}.`;
  const every = coverage.sectors.length === 1 ? "this" : "every";
  if (unheard.length === 0) return `Ten people or more were heard from ${every} kind of work.${heard}`;
  const jobs = unheard.reduce((sum, sector) => sum + sector.jobs, 0);
  const share = Math.round((jobs / coverage.jobs) * 100);
  const names = unheard.slice(0, 3).map((sector) => sector.name);
  const more = unheard.length > names.length ? ` and ${unheard.length - names.length} more` : "";
  const against = coverage.jobs === 0 ? "" : `: ${formatNumber(jobs)} jobs, ${share}% of all`;
  return `Fewer than 10 people, or too few to show, from ${names.join("; ")}${more}${against}.${heard}`;
}

function opinionText({ groups, groupAwareConsensus, consensus, divisive }: NonNullable<Summary["opinion"]>["content"]) {
  const bySide = (wanted: "agree" | "disagree") =>
    (groups ? groupAwareConsensus : consensus).filter(({ side }) => side === wanted).length;
  const [agreed, rejected] = [bySide("agree"), bySide("disagree")];
  const points = `${countLabel(agreed, "comment")} that ${groups ? "every group agrees" : "most agree"} with${rejected > 0 ? `, ${rejected} that ${groups ? "every group disagrees" : "most disagree"} with` : ""}`;
  if (!groups) return `No clear opinion groups; ${points}.`;
  return `${countLabel(groups.length, "opinion group")}; ${points}; ${countLabel(divisive.length, "point divides", "points divide")} them.`;
}
