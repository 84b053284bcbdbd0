import type { ComponentProps, ReactNode } from "react";
import { AnswersSection } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { AgreementMap } from "@/components/summaries/agreement-map";
import { CommentQuote } from "@/components/summaries/comment-quote";
import { CoverageInShort } from "@/components/summaries/coverage-in-short";
import { Overview } from "@/components/summaries/overview";
import { SummaryParts } from "@/components/summaries/summary-parts";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import { choosePaperQuotations, listDecisionsSought } from "@/lib/summaries/overview/board-paper.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";

type Answers = ComponentProps<typeof AnswersSection>;
type Props = {
  name: string;
  subject?: { id: string; about: string } | null;
  frontPages: SummaryFrontPage[];
  answers: Answers[];
  facts: Omit<ComponentProps<typeof LocalFacts>, "name"> | null;
  back: string;
};

/** Rows of a chart that fit a paper of two pages. */
const shownRows = 6;

/** A summary as a board paper: two pages to decide by, and annexes. Its print styles are in globals.css. */
export function BoardPaper({ name, subject = null, frontPages, answers, facts, back }: Props) {
  return (
    <div className="board-paper">
      <Page
        title={`${name}: what working people say${subject ? ` about ${subject.about}` : ""}`}
        lead="Board paper"
        wide
      >
        <p className="print:hidden">
          Print this page, or save it as a PDF, from your browser.{" "}
          <a className="link" href={back}>
            Back to the summary
          </a>
        </p>
        {frontPages.map((frontPage) => (
          <Paper
            key={frontPage.summary.strategy.id}
            name={name}
            about={subject?.about ?? null}
            frontPage={frontPage}
            answers={answers.find(({ slug }) => slug === frontPage.summary.strategy.id) ?? null}
          />
        ))}
        <div className="annexes mt-16 border-edge border-t-4 pt-4 print:mt-0 print:break-before-page print:border-0">
          <p className="font-semibold text-xl">Annexes</p>
          <p className="hidden print:block">
            On paper, each annex shows the first few comments in each list. The web page has them all, and links each
            number to the comments behind it.
          </p>
          {frontPages.map(({ summary }) => (
            <SummaryParts key={summary.strategy.id} name={name} subject={subject} summary={summary} />
          ))}
          {answers.map((section) => (
            <AnswersSection key={section.slug} {...section} />
          ))}
          {facts && <LocalFacts name={name} {...facts} />}
        </div>
      </Page>
    </div>
  );
}

/** The paper has quotations of its own. */
const withoutHighlights = ({ claim, points }: SummaryFrontPage["agreementMap"]) => ({
  ...{ claim, highlights: [] },
  points: points.map((point) => ({ ...point, highlight: null })),
});

type PaperProps = { name: string; about: string | null; frontPage: SummaryFrontPage; answers: Answers | null };

function Paper({ name, about, frontPage, answers }: PaperProps) {
  const { summary, agreementMap, timeline } = frontPage;
  const { strategy } = summary;
  const id = strategy.id;
  const quotations = choosePaperQuotations(summary.quotations?.themes ?? []);
  return (
    <>
      <PaperSection id={`purpose-${id}`} title="Purpose">
        <p className="measure">
          This paper reports what working people and their unions said{about && ` about ${about}`} on the{" "}
          {strategy.kind} for {strategy.areaName}, led by {strategy.leadTitle}, and asks the board how it will answer.
        </p>
      </PaperSection>
      <PaperSection id={`decisions-${id}`} title="Decisions sought">
        <ol className="measure list-decimal space-y-1 pl-6">
          {listDecisionsSought(answers?.progress ?? null, strategy.areaName).map((decision) => (
            <li key={decision}>{decision}</li>
          ))}
        </ol>
      </PaperSection>
      <Overview
        name={name}
        about={about}
        summary={summary}
        answers={answers ? [answers] : []}
        shownThemes={shownRows}
      />
      <div className="paper-charts">
        <AgreementMap {...withoutHighlights(agreementMap)} />
        <CoverageInShort name={name} release={summary.release} coverage={summary.coverage} />
        <DrawnChart chart={timeline} />
      </div>
      <PaperSection id={`quoted-${id}`} title="In people’s own words">
        {quotations.length === 0 && <p>There are too few comments on any theme to quote.</p>}
        <div className="paper-quotes">
          {quotations.map(({ theme, text, isMinority, citation }) => (
            <CommentQuote key={citation.id + theme} citation={citation} quotation={text}>
              {theme} {isMinority && <Tag>A minority view</Tag>}
            </CommentQuote>
          ))}
        </div>
      </PaperSection>
      <PaperSection id={`given-${id}`} title="Answers so far">
        {!answers || answers.items.length === 0 ? (
          <p>No answer has been published yet.</p>
        ) : (
          <ul className="measure space-y-2">
            {answers.items.map(({ id: answer, source, current }) => (
              <li key={answer}>
                <strong>{excerpt(source.title, 80)}:</strong> {answerDecisionLabels[current.decision]}.{" "}
                {excerpt(current.why, 160)}
              </li>
            ))}
          </ul>
        )}
      </PaperSection>
      <PaperSection id={`limits-${id}`} title="What this does not show">
        <ul className="measure list-disc space-y-1 pl-6">
          <li>People chose to take part. They are not a sample of everybody who works in {name}.</li>
          <li>
            Numbers of people are rounded to 5, and fewer than 10 are never shown. “Too few to show” does not mean that
            nobody took part.
          </li>
          <li>Union responses speak for their members, and are not added to people’s own comments.</li>
          <li>
            Union reps read comments for safety and the law, not for opinion. The record of their decisions is public.
          </li>
        </ul>
      </PaperSection>
    </>
  );
}

function PaperSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8 print:mt-3">
      <h2 id={id} className="mb-1 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
