import type { ReactNode } from "react";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { ThemeAgreementChart } from "@/components/summaries/theme-agreement";
import { formatPercent } from "@/lib/areas/local-facts.rules";
import { formatDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import { countReactions, type Reactions } from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { participationText, unionMembersText } from "@/lib/summaries/participation.rules";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

type StrategyAnswers = {
  slug: string;
  progress: { state: string; dueAt: Date | null; answered: number; unanswered: { id: string }[] };
};
type Props = {
  name: string;
  about: string | null;
  summary: Summary;
  answers: StrategyAnswers[];
  /** How many themes are visible at first; all without it. */
  shownThemes?: number;
};

/** The first screen: who took part, how much, how far they agree, what is answered, and a bar for each theme. */
export function Overview({ name, about, summary, answers, shownThemes }: Props) {
  const { strategy, counts, opinion, responses } = summary;
  const progress = answers.find(({ slug }) => slug === strategy.id)?.progress ?? null;
  const { reactions } = counts;
  const members = unionMembersText(responses);
  return (
    <section aria-labelledby="in-short" className="my-6">
      <h2 id="in-short" className="mb-2 text-2xl">
        At a glance
      </h2>
      <ul className="grid gap-4 min-[380px]:grid-cols-2 lg:grid-cols-4">
        <Fact
          to={summaryPartAnchor(coverageOrCounts(summary))}
          label="Who took part"
          value={participationText(summary)}
        >
          {about && "On any subject. "}
          {members && `${members}.`}
        </Fact>
        <Fact
          to={summaryPartAnchor("counts")}
          label="Comments"
          value={`${countLabel(counts.comments, "comment")} in ${countLabel(counts.threads, "thread")}`}
        >
          {about && `On ${about}.`}
        </Fact>
        <Fact to={summaryPartAnchor("opinion")} label="Agreement" value={agreementText(reactions)}>
          {opinion && opinionText(opinion.content)}
        </Fact>
        {progress && (
          <Fact
            to={`answers-${strategy.id}`}
            label="Answers"
            value={`${countLabel(progress.answered, "answer")} given.`}
          >
            {outstandingText(progress)}
          </Fact>
        )}
      </ul>
      <ThemeAgreementChart scope={summary.scope} counts={counts} progress={progress} shown={shownThemes} />
      {summary.scope.lepId !== null && (
        <p className="measure">
          <a className="link font-semibold" href={`#${summaryPartAnchor("coverageGaps")}`}>
            Too few to show
          </a>
          : {coverageGapsText(name, summary)}
        </p>
      )}
    </section>
  );
}

type FactProps = { to: string; label: string; value: string; children?: ReactNode };

function Fact({ to, label, value, children }: FactProps) {
  return (
    <li className="border-brand border-t-4 pt-1">
      <a className="link flex min-h-11 items-center print:min-h-0" href={`#${to}`}>
        {label}
      </a>
      <p className="font-bold text-xl">{value} </p>
      <p>{children}</p>
    </li>
  );
}

// people of a strategy are counted under its LEPs, in the table of places
const coverageOrCounts = ({ scope }: Summary) => (scope.lepId === null ? "counts" : "coverage");

function agreementText(reactions: Reactions | null): string {
  if (!reactions) return "Reactions not counted yet";
  const reacted = countReactions(reactions);
  if (reacted === 0) return "No reactions yet";
  const [agree, disagree, pass] = percentTexts([reactions.agrees, reactions.disagrees, reactions.passes]);
  return `${agree} agree, ${disagree} disagree, ${pass} pass, of ${countLabel(reacted, "reaction")}`;
}

function outstandingText({ state, dueAt, unanswered }: StrategyAnswers["progress"]): string {
  if (state === "complete" || unanswered.length === 0) return "No theme needs an answer.";
  const themes = `${countLabel(unanswered.length, "theme")} still ${unanswered.length === 1 ? "needs" : "need"} an answer`;
  if (state === "over" && dueAt) return `${themes}: overdue since ${formatDay(dueAt)}.`;
  return dueAt ? `${themes}: due by ${formatDay(dueAt)}.` : `${themes}.`;
}

function coverageGapsText(name: string, { release, coverage }: Summary): string {
  if (!release || !coverage) return "Not known yet: no counts have been released.";
  const unheard = coverage.sectors.filter(({ people, jobs }) => people === null && (jobs > 0 || coverage.jobs === 0));
  const people = peopleInCell(release, {});
  const heard = people === null ? "" : ` About ${formatNumber(people)} people took part in ${name}.`;
  const every = coverage.sectors.length === 1 ? "this" : "every";
  if (unheard.length === 0) return `At least 10 people took part from ${every} kind of work.${heard}`;
  const jobs = unheard.reduce((sum, sector) => sum + sector.jobs, 0);
  const names = unheard.slice(0, 3).map((sector) => sector.name);
  const more = unheard.length > names.length ? ` and ${unheard.length - names.length} more` : "";
  const against =
    coverage.jobs === 0 ? "" : `: ${formatNumber(jobs)} jobs, ${formatPercent(jobs / coverage.jobs)} of all`;
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
