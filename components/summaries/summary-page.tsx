import type { ComponentProps, ReactNode } from "react";
import { AnswersSection } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import type { SummaryPartId } from "@/components/summaries/summary-part";
import { SummaryParts } from "@/components/summaries/summary-parts";
import { ThemeAgreementChart } from "@/components/summaries/theme-agreement";
import { Page } from "@/components/ui/page";
import { chartFiles } from "@/lib/summaries/overview/summary-charts.rules";
import type { Summary } from "@/lib/summaries/summary.rules";
import { type SummaryPageId, summaryPages } from "@/lib/summaries/summary-page.rules";

const partsOf: Record<SummaryPageId, readonly SummaryPartId[]> = {
  themes: ["counts"],
  "opinion-groups": ["opinion"],
  "who-took-part": ["coverageGaps", "coverage"],
  quotations: ["quotations"],
  "union-responses": ["responses"],
  answers: [],
  moderation: ["moderation"],
  area: [],
};

type Props = {
  page: SummaryPageId;
  /** Of the LEP, or the strategy's area. */
  name: string;
  subject?: { id: string; name: string; about: string } | null;
  summaries: Summary[];
  answers: ComponentProps<typeof AnswersSection>[];
  facts: Omit<ComponentProps<typeof LocalFacts>, "name"> | null;
  /** The way back to the first page. */
  back: ReactNode;
  /** What follows the figures of the area. */
  children?: ReactNode;
};

/** One of the pages behind the first page of a summary, for each strategy that counts here. */
export function SummaryPage({ page, name, subject = null, summaries, answers, facts, back, children }: Props) {
  const { title, text } = summaryPages[page];
  return (
    <Page title={`${name}${subject ? `, ${subject.name}` : ""}: ${title.toLowerCase()}`} lead={`${text}.`} wide>
      <p>{back}</p>
      {summaries.map((summary) => (
        <div key={summary.strategy.id}>
          {summaries.length > 1 && (
            <p className="mt-8 text-xl">
              On the {summary.strategy.kind} for {summary.strategy.areaName}
            </p>
          )}
          {page === "themes" && (
            <section aria-labelledby={`themes-${summary.strategy.id}`}>
              <h2 id={`themes-${summary.strategy.id}`} className="text-2xl">
                Themes
              </h2>
              <ThemeAgreementChart
                scope={summary.scope}
                counts={summary.counts}
                progress={answers.find(({ slug }) => slug === summary.strategy.id)?.progress ?? null}
                downloads={chartFiles(summary.scope, subject?.id ?? null, "themes")}
              />
            </section>
          )}
          <SummaryParts name={name} subject={subject} summary={summary} only={partsOf[page]} />
        </div>
      ))}
      {page === "answers" && answers.map((section) => <AnswersSection key={section.slug} {...section} />)}
      {page === "area" && facts && <LocalFacts name={name} {...facts} />}
      {children}
    </Page>
  );
}
