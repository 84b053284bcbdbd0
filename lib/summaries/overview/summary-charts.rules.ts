import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import {
  coverageClaim,
  coverageLabel,
  leastComparedReactions,
  listThemeAgreement,
  themeAgreementClaim,
} from "@/lib/summaries/chart.rules";
import { type Chart, trendText } from "@/lib/summaries/charts/drawing.rules";
import { type Reactions, type SummaryCounts, trendColumn } from "@/lib/summaries/counts.rules";
import type { Coverage } from "@/lib/summaries/coverage.rules";
import { excerpt, percentTexts, roundedPercentText } from "@/lib/summaries/display.rules";
import type { AgreementMap } from "@/lib/summaries/overview/agreement-map.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

type Progress = Parameters<typeof listThemeAgreement>[1];

const editionSource = "Newest edition.";

/** The charts of a summary's first page, as pages draw them and files hold them. `name`: of the LEP or the area. */
export function listSummaryCharts(
  name: string,
  { summary, agreementMap, timeline }: SummaryFrontPage,
  progress: Progress,
): Chart[] {
  const { counts, release, coverage } = summary;
  return [
    ...(counts.themes.length > 0 ? [themesChart(counts, progress)] : []),
    agreementChart(agreementMap),
    ...(release && coverage ? [coverageChart(name, release, coverage)] : []),
    timeline,
  ];
}

/** The addresses of a chart’s files. @param subject its id, if the summary is of one */
export function chartFiles({ strategyId, lepId }: SummaryScope, subject: string | null, chart: string) {
  const query = new URLSearchParams({ ...(lepId && { lep: lepId }), ...(subject && { subject }) });
  const suffix = query.size > 0 ? `?${query}` : "";
  return {
    csv: `${paths.summaryChartCsv(strategyId, chart)}${suffix}`,
    svg: `${paths.summaryChartSvg(strategyId, chart)}${suffix}`,
  };
}

export const answerTexts = { answered: "Answered", due: "Needs an answer", overdue: "Answer overdue" } as const;

/** How many agree, disagree and pass on each theme, and whether it is answered. */
export function themesChart(counts: Pick<SummaryCounts, "themes" | "reactions">, progress: Progress): Chart {
  const themes = listThemeAgreement(counts.themes, progress);
  const shares = ({ agrees, disagrees, passes }: (typeof themes)[number]) => percentTexts([agrees, disagrees, passes]);
  return {
    id: "themes",
    title: "By theme",
    claim: counts.reactions ? themeAgreementClaim(themes) : "Reactions have not been counted yet",
    description: `A comment on 2 themes counts under both. The title compares themes with ${leastComparedReactions} reactions or more.`,
    source: editionSource,
    drawing: {
      kind: "stacked",
      series: ["Agree", "Disagree", "Pass"],
      trendName: "New threads each week (own scale)",
      rows: themes.map((theme) => {
        const [agree, disagree, pass] = shares(theme);
        const reactions = theme.reactions > 0 ? `, ${countLabel(theme.reactions, "reaction")}` : "";
        return {
          ...{ id: theme.id, name: theme.name },
          note: `${countLabel(theme.comments, "comment")}${reactions}`,
          parts: [theme.agrees, theme.disagrees, theme.passes],
          label: theme.reactions === 0 ? "No reactions" : `${agree} agree, ${disagree} disagree, ${pass} pass`,
          trend: theme.trend,
        };
      }),
    },
    table: {
      columns: ["Theme", "Comments", "Threads", "Reactions", "Agree", "Disagree", "Pass", trendColumn, "Answer"],
      rows: themes.map((theme) => [
        ...[theme.name, theme.comments, theme.threads, theme.reactions, ...shares(theme)],
        trendText(theme.trend),
        theme.answer ? answerTexts[theme.answer] : "–",
      ]),
    },
  };
}

/** 80% agree, 15% disagree, 5% pass, of 40 reactions */
export function reactionsText({ agrees, disagrees, passes }: Reactions): string {
  const [agree, disagree, pass] = percentTexts([agrees, disagrees, passes]);
  return `${agree} agree, ${disagree} disagree, ${pass} pass, of ${countLabel(agrees + disagrees + passes, "reaction")}`;
}

/** Agreement against division: each comment by how many agree and how many reacted. */
export function agreementChart({ claim, points }: Pick<AgreementMap, "claim" | "points">): Chart {
  const shares = ({ agrees, disagrees, passes }: (typeof points)[number]) => percentTexts([agrees, disagrees, passes]);
  const text = ({ text: full }: { text: string }) => excerpt(full, 80);
  return {
    id: "agreement",
    title: "Comments by agreement",
    claim,
    description: `One dot a comment. Right: most agree. Left: most disagree. Middle: it divides people.`,
    source: editionSource,
    drawing: {
      kind: "dots",
      xName: "Agree, of those who agree or disagree",
      yName: "Reactions",
      points: points.map((point) => ({
        ...{ id: point.id, x: point.agree, y: point.reactions, mark: point.highlight },
        href: paths.comment(point.strategyId, point.threadId, point.id),
        label: `${text(point)} ${reactionsText(point)}`,
      })),
    },
    table: {
      columns: ["Comment", "Reactions", "Agree", "Disagree", "Pass"],
      rows: points.map((point) => [text(point), point.reactions, ...shares(point)]),
    },
  };
}

/** Each kind of work’s share of the people who took part, as released, against its share of jobs. */
export function coverageChart(
  name: string,
  release: Pick<ReleaseView, "number" | "day">,
  coverage: Pick<Coverage, "year" | "jobs" | "sectors">,
): Chart {
  const { year, sectors } = coverage;
  const isCompared = coverage.jobs > 0;
  const traits = (sector: { lowPaid: boolean; foundational: boolean }) =>
    [sector.lowPaid && "low pay", sector.foundational && "foundational"].filter(Boolean).join(", ");
  return {
    id: "coverage",
    title: `People who took part by kind of work, compared with jobs (${year})`,
    claim: coverageClaim(coverage),
    description: isCompared
      ? `Each kind of work’s share of people, and its share of jobs in ${name} in ${year}.`
      : "Each kind of work’s share of people who took part. There are no job numbers for just this area.",
    source: `Release ${release.number}, ${formatDay(new Date(release.day))}.`,
    drawing: {
      kind: "pairs",
      valueName: "People who took part",
      referenceName: "Jobs",
      notShownName: "Too few people to show",
      rows: sectors.map((sector) => ({
        ...{ id: sector.id, name: sector.name, value: sector.share },
        reference: isCompared ? sector.jobsShare : null,
        label: coverageLabel(sector, isCompared),
      })),
    },
    table: {
      columns: ["Kind of work", "Type", "People", "Share", "Jobs", "Share of jobs"],
      rows: sectors.map((sector) => [
        ...[sector.name, traits(sector) || "–", sector.people],
        sector.share === null ? "–" : roundedPercentText(sector.share, sector.people ?? 0),
        ...(isCompared ? [sector.jobs, roundedPercentText(sector.jobsShare, sector.jobs)] : ["–", "–"]),
      ]),
    },
  };
}
