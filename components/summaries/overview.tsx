import type { ReactNode } from "react";
import { countOf, formatDay, formatNumber } from "@/lib/dates";
import { peopleIn } from "@/lib/summaries/releases/release.rules";
import type { WholeSummary } from "@/lib/summaries/summary.rules";

type Answered = {
  slug: string;
  progress: { state: string; dueAt: Date | null; answered: number; unanswered: { name: string }[] };
};
type Props = { name: string; about: string | null; summary: WholeSummary; answers: Answered[] };

/** The page in a few lines, each with the way to its part: what somebody reads who has one minute before a meeting. */
export function InShort({ name, about, summary, answers }: Props) {
  const { strategy, said, stand, responses } = summary;
  const answer = answers.find(({ slug }) => slug === strategy.id);
  return (
    <section aria-labelledby="in-short" className="my-6">
      <h2 id="in-short" className="mb-2 text-2xl">
        In short
      </h2>
      <ul className="measure">
        {answer && (
          <Line to={`answers-${strategy.id}`} words="Answers">
            {answersWords(answer.progress)}
          </Line>
        )}
        <Line to="unheard" words="Not heard">
          {unheardWords(name, summary)}
        </Line>
        <Line to="said" words="Said">
          {countOf(said.comments, "comment")} in {countOf(said.threads, "thread")}
          {about && ` on ${about}`}.{" "}
          {said.supported[0] && (
            <>
              Most agreed with, by {said.supported[0].agrees} of {total(said.supported[0])}: “
              {short(said.supported[0].said.text)}”
            </>
          )}
        </Line>
        {stand && (
          <Line to="stand" words="Where people stand">
            {standWords(stand.content)}
          </Line>
        )}
        {responses.items.length > 0 && (
          <Line to="unions" words="Unions">
            {countOf(
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

function Line({ to, words, children }: { to: string; words: string; children: ReactNode }) {
  return (
    <li className="border-line border-t py-2 sm:grid sm:grid-cols-[11rem_1fr] sm:gap-4">
      <a className="link flex min-h-11 items-center font-semibold sm:items-start print:min-h-0" href={`#${to}`}>
        {words}
      </a>
      <span>{children}</span>
    </li>
  );
}

function answersWords({ state, dueAt, answered, unanswered }: Answered["progress"]): string {
  const given = `${countOf(answered, "answer")} given.`;
  if (state === "complete" || unanswered.length === 0) return `${given} Nothing waits.`;
  const waits = `${countOf(unanswered.length, "theme", "themes")} with comments ${unanswered.length === 1 ? "waits" : "wait"}`;
  if (state === "over" && dueAt) return `${given} ${waits}: overdue since ${formatDay(dueAt)}.`;
  return dueAt ? `${given} ${waits}: due by ${formatDay(dueAt)}.` : `${given} ${waits}.`;
}

function unheardWords(name: string, { release, coverage }: WholeSummary): string {
  if (!release || !coverage) return "Not known yet: there is no release of counts.";
  const unheard = coverage.sectors.filter(({ people, jobs }) => people === null && (jobs > 0 || coverage.jobs === 0));
  const people = peopleIn(release, {});
  const heard = people === null ? "" : ` About ${formatNumber(people)} people were heard under ${name}.`;
  if (unheard.length === 0) return `Ten people or more were heard from every kind of work.${heard}`;
  const jobs = unheard.reduce((sum, one) => sum + one.jobs, 0);
  const share = Math.round((jobs / coverage.jobs) * 100);
  const names = unheard.slice(0, 3).map((one) => one.name);
  const more = unheard.length > names.length ? ` and ${unheard.length - names.length} more` : "";
  const against = coverage.jobs === 0 ? "" : `: ${formatNumber(jobs)} jobs, ${share}% of all`;
  return `Fewer than 10 people, or too few to show, from ${names.join("; ")}${more}${against}.${heard}`;
}

function standWords({
  groups,
  groupAwareConsensus,
  consensus,
  divisive,
}: NonNullable<WholeSummary["stand"]>["content"]) {
  const agreed = (groups ? groupAwareConsensus : consensus).length;
  const points = `${countOf(agreed, "point")} that ${groups ? "every group agrees" : "most agree"} on`;
  if (!groups) return `No clear opinion groups; ${points}.`;
  return `${countOf(groups.length, "opinion group")}; ${points}; ${countOf(divisive.length, "point divides", "points divide")} them.`;
}

type Reactions = { agrees: number; disagrees: number; passes: number };
const total = ({ agrees, disagrees, passes }: Reactions) => agrees + disagrees + passes;

/** Its first words, whole ones. */
function short(text: string): string {
  if (text.length <= 110) return text;
  return `${text.slice(0, text.lastIndexOf(" ", 110))} …`;
}
