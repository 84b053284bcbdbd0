import type { ComponentProps, ReactNode } from "react";
import { AnswersSection } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import { Overview } from "@/components/summaries/overview";
import { Contents, listPartIds } from "@/components/summaries/summary-part";
import { SummaryParts } from "@/components/summaries/summary-parts";
import type { Summary } from "@/lib/summaries/summary.rules";

type Props = {
  /** Of the LEP, or the strategy's area. */
  name: string;
  subject?: { id: string; about: string } | null;
  summaries: Summary[];
  answers: ComponentProps<typeof AnswersSection>[];
  facts: Omit<ComponentProps<typeof LocalFacts>, "name"> | null;
  /** Further sections of the page, for the contents list. */
  more?: [id: string, title: string][];
  /** Rendered above the overview of each strategy. */
  renderHeader: (summary: Summary) => ReactNode;
  /** Links to other forms of the page, below the overview. */
  links?: ReactNode;
};

/** The summary of a strategy, or those of a LEP's strategies, with the answers given and local figures. */
export function SummaryContent({
  name,
  subject = null,
  summaries,
  answers,
  facts,
  more = [],
  renderHeader,
  links,
}: Props) {
  return (
    <>
      {summaries.map((summary) => (
        <div key={summary.strategy.id}>
          {renderHeader(summary)}
          <Overview name={name} about={subject?.about ?? null} summary={summary} answers={answers} />
          {links}
          <Contents
            parts={listPartIds(subject, summary.scope)}
            more={[
              [`answers-${summary.strategy.id}`, "Answers"],
              ...(facts ? [["local-facts", "The area in numbers"] as const] : []),
              ...more,
            ]}
          />
          <SummaryParts name={name} subject={subject} summary={summary} />
        </div>
      ))}
      {answers.map((section) => (
        <AnswersSection key={section.slug} {...section} />
      ))}
      {facts && <LocalFacts name={name} {...facts} />}
    </>
  );
}
