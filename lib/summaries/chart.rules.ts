import { countLabel } from "@/lib/numbers";
import { countReactions, type ThemeCountRow } from "@/lib/summaries/counts.rules";
import type { Coverage, SectorCoverage } from "@/lib/summaries/coverage.rules";
import { roundedPercentText } from "@/lib/summaries/display.rules";
import { percentages } from "@/lib/summaries/largest-remainder";

/** Null where the strategy takes no answers yet. */
export type ThemeAnswer = "answered" | "due" | "overdue" | null;
/** `percents`: who agree, disagree and pass, adding up to 100; zeros without reactions. */
export type ThemeAgreement = ThemeCountRow & { reactions: number; percents: number[]; answer: ThemeAnswer };

type Progress = { state: string; unanswered: { id: string }[] };

/** The themes with their reactions and whether each is answered; most comments first. */
export function listThemeAgreement(themes: readonly ThemeCountRow[], progress: Progress | null): ThemeAgreement[] {
  const unanswered = new Set(progress?.unanswered.map(({ id }) => id));
  const answerOf = (id: string): ThemeAnswer => {
    if (!progress) return null;
    if (!unanswered.has(id)) return "answered";
    return progress.state === "over" ? "overdue" : "due";
  };
  return themes
    .map((theme) => ({
      ...theme,
      reactions: countReactions(theme),
      percents: percentages([theme.agrees, theme.disagrees, theme.passes]),
      answer: answerOf(theme.id),
    }))
    .sort((a, b) => b.comments - a.comments);
}

/** Themes with fewer reactions are drawn, but not compared. */
export const leastComparedReactions = 10;

/** The title of the chart of themes: those with the greatest and the least share who agree. */
export function themeAgreementClaim(rows: readonly ThemeAgreement[]): string {
  const [only, ...others] = rows.filter(({ reactions }) => reactions > 0);
  if (!only) return "Nobody has reacted to a comment yet";
  if (others.length === 0) return `${only.name}: ${agreeText(only)} of ${countLabel(only.reactions, "reaction")} agree`;
  const compared = [only, ...others].filter(({ reactions }) => reactions >= leastComparedReactions);
  const byShare = compared.sort((a, b) => b.agrees / b.reactions - a.agrees / a.reactions);
  const [most, least] = [byShare[0], byShare.at(-1)];
  if (!most || !least || most === least) return "Too few reactions to compare the themes yet";
  return agreeText(most) === agreeText(least)
    ? `About the same share agree on every theme compared: ${agreeText(most)}`
    : `Most agreement on ${most.name} (${agreeText(most)}), least on ${least.name} (${agreeText(least)})`;
}

const agreeText = ({ percents: [agree = 0] }: ThemeAgreement) => `${agree}%`;

/** The title of the chart of kinds of work: the one whose share of people is furthest from its share of jobs. */
export function coverageClaim({ sectors, jobs }: Pick<Coverage, "sectors" | "jobs">): string {
  const shown = sectors.flatMap(({ share, ...sector }) => (share === null ? [] : [{ ...sector, share }]));
  const [first] = shown;
  if (!first) return `Too few people took part from ${sectors.length === 1 ? "this" : "any"} kind of work to show`;
  if (jobs === 0) {
    const largest = shown.reduce((a, b) => (b.share > a.share ? b : a), first);
    return `Largest group of people who took part: ${largest.name}, ${roundedPercentText(largest.share, largest.people ?? 0)}`;
  }
  const gap = ({ share, jobsShare }: { share: number; jobsShare: number }) => Math.abs(share - jobsShare);
  const widest = shown.reduce((a, b) => (gap(b) > gap(a) ? b : a), first);
  if (gap(widest) === 0) return "People who took part match jobs in every kind of work shown";
  return `Widest gap: ${widest.name}, ${roundedPercentText(widest.share, widest.people ?? 0)} of people and ${roundedPercentText(widest.jobsShare, widest.jobs)} of jobs`;
}

/** The values of a kind of work, as the chart shows them. */
export function coverageLabel({ people, share, jobs, jobsShare }: SectorCoverage, isCompared: boolean): string {
  const ofPeople = share === null ? "Too few people to show" : `${roundedPercentText(share, people ?? 0)} of people`;
  return isCompared ? `${ofPeople}, ${roundedPercentText(jobsShare, jobs)} of jobs` : ofPeople;
}
