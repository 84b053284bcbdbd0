import type { ChartDownloads } from "@/components/charts/chart-figure";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { StackedBars } from "@/components/charts/stacked-bars";
import { CountTable } from "@/components/summaries/count-table";
import { Tag, type TagTone } from "@/components/ui/tag";
import { listThemeAgreement, type ThemeAnswer } from "@/lib/summaries/chart.rules";
import type { SummaryCounts } from "@/lib/summaries/counts.rules";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import { answerTexts, themesChart } from "@/lib/summaries/overview/summary-charts.rules";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

type Props = {
  scope: SummaryScope;
  counts: SummaryCounts;
  /** Null where the strategy takes no answers yet. */
  progress: Parameters<typeof listThemeAgreement>[1];
  downloads?: ChartDownloads;
  /** How many rows are visible at first; all without it. */
  shown?: number;
};

const answerTones: Record<NonNullable<ThemeAnswer>, TagTone> = { answered: "good", due: "plain", overdue: "bad" };

/** One row a theme, which leads to its comments: how many agree, disagree and pass, and whether it is answered. */
export function ThemeAgreementChart({ scope, counts, progress, downloads, shown }: Props) {
  if (counts.themes.length === 0) return null;
  const chart = themesChart(counts, progress);
  const answers = new Map(listThemeAgreement(counts.themes, progress).map(({ id, answer }) => [id, answer]));
  return (
    <DrawnChart
      chart={chart}
      downloads={downloads}
      table={
        <CountTable
          caption={chart.title}
          name="Theme"
          rows={counts.themes}
          scope={scope}
          filter={({ id }) => ({ theme: id })}
        />
      }
    >
      {chart.drawing.kind === "stacked" && (
        <StackedBars
          series={chart.drawing.series}
          trendName={chart.drawing.trendName}
          shown={shown}
          rows={chart.drawing.rows.map(({ name, note, ...row }) => ({
            ...row,
            name: (
              <a className="link inline-block py-0.5" href={figurePath(scope, { theme: row.id })}>
                {name}
              </a>
            ),
            note: (
              <>
                {note} <AnswerTag answer={answers.get(row.id) ?? null} />
              </>
            ),
          }))}
        />
      )}
    </DrawnChart>
  );
}

const AnswerTag = ({ answer }: { answer: ThemeAnswer }) =>
  answer && <Tag tone={answerTones[answer]}>{answerTexts[answer]}</Tag>;
