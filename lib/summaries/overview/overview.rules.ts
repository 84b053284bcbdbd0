import { formatPercent } from "@/lib/areas/local-facts.rules";
import { formatDay } from "@/lib/dates";
import { countLabel, formatNumber } from "@/lib/numbers";
import { countReactions, type Reactions } from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { participationText, unionMembersText } from "@/lib/summaries/participation.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

export type OverviewProgress = { state: string; dueAt: Date | null; answered: number; unanswered: readonly unknown[] };
export type OverviewFact = {
  id: "people" | "comments" | "agreement" | "answers";
  label: string;
  value: string;
  more: string;
};

/**
 * Who took part, how much, how far they agree and what is answered. `about`: the subject, if it is of one; `progress`:
 * null where the strategy takes no answers yet.
 */
export function listOverviewFacts(
  summary: Summary,
  about: string | null,
  progress: OverviewProgress | null,
): OverviewFact[] {
  const { counts, opinion, responses } = summary;
  const members = unionMembersText(responses);
  const agreement = agreementTexts(counts.reactions);
  const facts: OverviewFact[] = [
    {
      id: "people",
      label: "Who took part",
      value: participationText(summary),
      more: [about && "On any subject.", members && `${members}.`].filter(Boolean).join(" "),
    },
    {
      id: "comments",
      label: "Comments",
      value: `${countLabel(counts.comments, "comment")} in ${countLabel(counts.threads, "thread")}`,
      more: about ? `On ${about}.` : "",
    },
    {
      id: "agreement",
      label: "Agreement",
      value: agreement.value,
      more: [agreement.more, opinion && opinionText(opinion.content)].filter(Boolean).join(" "),
    },
  ];
  if (!progress) return facts;
  const given = `${countLabel(progress.answered, "answer")} given.`;
  return [...facts, { id: "answers", label: "Answers", value: given, more: outstandingText(progress) }];
}

function agreementTexts(reactions: Reactions | null): { value: string; more: string } {
  if (!reactions) return { value: "Reactions not counted yet", more: "" };
  const reacted = countReactions(reactions);
  if (reacted === 0) return { value: "No reactions yet", more: "" };
  const [agree, disagree, pass] = percentTexts([reactions.agrees, reactions.disagrees, reactions.passes]);
  return {
    value: `${agree} agree, ${disagree} disagree, ${pass} pass`,
    more: `Of ${countLabel(reacted, "reaction")}.`,
  };
}

function outstandingText({ state, dueAt, unanswered }: OverviewProgress): string {
  if (state === "complete" || unanswered.length === 0) return "No theme needs an answer.";
  const themes = `${countLabel(unanswered.length, "theme")} still ${unanswered.length === 1 ? "needs" : "need"} an answer`;
  if (state === "over" && dueAt) return `${themes}: overdue since ${formatDay(dueAt)}.`;
  return dueAt ? `${themes}: due by ${formatDay(dueAt)}.` : `${themes}.`;
}

/** From which kinds of work too few people took part to show, and how many jobs those are. */
export function coverageGapsText({ release, coverage }: Summary): string {
  if (!release || !coverage) return "Not known yet: no counts have been released.";
  const unheard = coverage.sectors.filter(({ people, jobs }) => people === null && (jobs > 0 || coverage.jobs === 0));
  const every = coverage.sectors.length === 1 ? "this" : "every";
  if (unheard.length === 0) return `At least 10 people took part from ${every} kind of work.`;
  const jobs = unheard.reduce((sum, sector) => sum + sector.jobs, 0);
  const names = unheard.slice(0, 1).map((sector) => sector.name);
  const more = unheard.length > names.length ? ` and ${unheard.length - names.length} more` : "";
  const against =
    coverage.jobs === 0 ? "" : `: ${formatNumber(jobs)} jobs, ${formatPercent(jobs / coverage.jobs)} of all`;
  return `Fewer than 10 people, or too few to show, from ${names.join("; ")}${more}${against}.`;
}

function opinionText({ groups, groupAwareConsensus, consensus, divisive }: NonNullable<Summary["opinion"]>["content"]) {
  const bySide = (wanted: "agree" | "disagree") =>
    (groups ? groupAwareConsensus : consensus).filter(({ side }) => side === wanted).length;
  const [agreed, rejected] = [bySide("agree"), bySide("disagree")];
  const rejection = rejected > 0 ? ` and rejects ${rejected}` : "";
  if (!groups)
    return `No clear opinion groups; most agree with ${countLabel(agreed, "comment")}${rejected > 0 ? ` and reject ${rejected}` : ""}.`;
  return `${countLabel(groups.length, "opinion group")}: each agrees with ${countLabel(agreed, "comment")}${rejection}, and ${countLabel(divisive.length, "divides", "divide")} them.`;
}
