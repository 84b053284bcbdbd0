import { ChartFigure } from "@/components/charts/chart-figure";
import { StackedBars } from "@/components/charts/stacked-bars";
import { CountTable } from "@/components/summaries/count-table";
import { Tag, type TagTone } from "@/components/ui/tag";
import { countLabel } from "@/lib/numbers";
import {
  leastComparedReactions,
  listThemeAgreement,
  type ThemeAgreement,
  type ThemeAnswer,
  themeAgreementClaim,
} from "@/lib/summaries/chart.rules";
import type { SummaryCounts } from "@/lib/summaries/counts.rules";
import { percentTexts } from "@/lib/summaries/display.rules";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

type Props = {
  scope: SummaryScope;
  counts: SummaryCounts;
  /** Null where the strategy takes no answers yet. */
  progress: Parameters<typeof listThemeAgreement>[1];
  /** How many rows are visible at first; all without it. */
  shown?: number;
};

const answerTags: Record<NonNullable<ThemeAnswer>, { tone: TagTone; text: string }> = {
  answered: { tone: "good", text: "Answered" },
  due: { tone: "plain", text: "Needs an answer" },
  overdue: { tone: "bad", text: "Answer overdue" },
};

/** One row a theme: how many agree, disagree and pass, and whether the theme is answered. */
export function ThemeAgreementChart({ scope, counts, progress, shown }: Props) {
  if (counts.themes.length === 0) return null;
  const rows = listThemeAgreement(counts.themes, progress);
  return (
    <ChartFigure
      claim={counts.reactions ? themeAgreementClaim(rows) : "Reactions have not been counted yet"}
      description={`How people reacted to the comments on each theme. The title compares themes with ${leastComparedReactions} reactions or more. A comment on two themes counts under both.`}
      table={
        <CountTable
          caption="By theme"
          name="Theme"
          rows={counts.themes}
          scope={scope}
          filter={({ id }) => ({ theme: id })}
        />
      }
    >
      <StackedBars
        series={["Agree", "Disagree", "Pass"]}
        shown={shown}
        rows={rows.map((row) => ({
          id: row.id,
          name: (
            <a className="link inline-block py-0.5" href={figurePath(scope, { theme: row.id })}>
              {row.name}
            </a>
          ),
          note: (
            <>
              {countLabel(row.comments, "comment")}{" "}
              {row.answer && <Tag tone={answerTags[row.answer].tone}>{answerTags[row.answer].text}</Tag>}
            </>
          ),
          parts: [row.agrees, row.disagrees, row.passes],
          label: reactionsLabel(row),
        }))}
      />
    </ChartFigure>
  );
}

function reactionsLabel({ reactions, agrees, disagrees, passes }: ThemeAgreement): string {
  if (reactions === 0) return "No reactions";
  const [agree, disagree, pass] = percentTexts([agrees, disagrees, passes]);
  return `${agree} agree, ${disagree} disagree, ${pass} pass, of ${countLabel(reactions, "reaction")}`;
}
