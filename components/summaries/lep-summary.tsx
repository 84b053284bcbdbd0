import type { ComponentProps, ReactNode } from "react";
import { AnswersPart } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import { InShort } from "@/components/summaries/overview";
import { Contents, partsOn } from "@/components/summaries/summary-part";
import { Summary } from "@/components/summaries/summary-parts";
import type { WholeSummary as Facts } from "@/lib/summaries/summary.rules";

type Props = {
  name: string;
  slug: string;
  subject?: { about: string } | null;
  summaries: Facts[];
  answers: ComponentProps<typeof AnswersPart>[];
  facts: Omit<ComponentProps<typeof LocalFacts>, "name"> | null;
  /** What else the page holds, by id and words, for its contents. */
  more?: [id: string, words: string][];
  /** What stands before the few lines of each strategy. */
  head: (summary: Facts) => ReactNode;
  /** Ways to other forms of the page, after these lines. */
  ways?: ReactNode;
};

/** All that is told of a LEP: what was said on each strategy, what was answered, and the place in figures. */
export function WholeSummary({ name, slug, subject = null, summaries, answers, facts, more = [], head, ways }: Props) {
  return (
    <>
      {summaries.map((summary) => (
        <div key={summary.strategy.id}>
          {head(summary)}
          <InShort name={name} about={subject?.about ?? null} summary={summary} answers={answers} />
          {ways}
          <Contents
            parts={partsOn(subject)}
            more={[
              [`answers-${summary.strategy.id}`, "What was answered"],
              ...(facts ? [["local-facts", "The place, in figures"] as const] : []),
              ...more,
            ]}
          />
          <Summary name={name} slug={slug} subject={subject} summary={summary} />
        </div>
      ))}
      {answers.map((part) => (
        <AnswersPart key={part.slug} {...part} />
      ))}
      {facts && <LocalFacts name={name} {...facts} />}
    </>
  );
}
