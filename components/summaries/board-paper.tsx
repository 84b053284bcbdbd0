import type { ComponentProps, ReactNode } from "react";
import { AnswersSection } from "@/components/answers/answers-section";
import { LocalFacts } from "@/components/areas/local-facts";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { AgreementMap } from "@/components/summaries/agreement-map";
import { CommentQuote } from "@/components/summaries/comment-quote";
import { CoverageInShort } from "@/components/summaries/coverage-in-short";
import { Overview } from "@/components/summaries/overview";
import { Places } from "@/components/summaries/places";
import { SummaryParts } from "@/components/summaries/summary-parts";
import { ThemeAgreementChart } from "@/components/summaries/theme-agreement";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import {
  choosePaperQuotations,
  listAnswersSoFar,
  listDecisionsSought,
  listPaperLimits,
  purposeText,
} from "@/lib/summaries/overview/board-paper.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import { type PaperPart, paperParts } from "@/lib/summaries/overview/paper-parts.rules";
import { peopleByPlaceCaption } from "@/lib/summaries/scope.rules";

type Answers = ComponentProps<typeof AnswersSection>;
/** What a board paper shows: see loadLepPaper. */
export type BoardPaperProps = {
  name: string;
  subject?: { id: string; about: string } | null;
  frontPages: SummaryFrontPage[];
  answers: Answers[];
  facts: Omit<ComponentProps<typeof LocalFacts>, "name"> | null;
  back: string;
  /** The address of the paper as a document. */
  docx: string;
};

/** Rows of a chart that fit a paper of two pages. */
const shownRows = 4;

/** A summary as a board paper: two pages to decide by, and annexes. Its print styles are in globals.css. */
export function BoardPaper({ name, subject = null, frontPages, answers, facts, back, docx }: BoardPaperProps) {
  return (
    <div className="board-paper">
      <Page
        title={`${name}: what working people say${subject ? ` about ${subject.about}` : ""}`}
        lead="Board paper"
        wide
      >
        <p className="print:hidden">
          Print this page, or save it as a PDF, from your browser. You can also{" "}
          <a className="link" href={docx}>
            download it for Word (DOCX)
          </a>
          .{" "}
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
            answers={answersTo(frontPage, answers)}
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

/** The answers to the strategy of a front page. */
export const answersTo = ({ summary }: SummaryFrontPage, answers: Answers[]): Answers | null =>
  answers.find(({ slug }) => slug === summary.strategy.id) ?? null;

/** The paper has quotations of its own. */
const withoutMarks = ({ claim, points }: SummaryFrontPage["agreementMap"]) => ({
  claim,
  points: points.map((point) => ({ ...point, highlight: null })),
});

type PaperProps = { name: string; about: string | null; frontPage: SummaryFrontPage; answers: Answers | null };

/** The parts by which a board decides, with the charts side by side. */
function Paper(props: PaperProps) {
  const { purpose, decisions, glance, themes, agreement, people, weeks, quotations, answers, limits } =
    firstPaperParts(props);
  return (
    <>
      {purpose}
      {decisions}
      {glance}
      <div className="paper-charts">
        {themes}
        {agreement}
        {people}
        {weeks}
      </div>
      {quotations}
      {answers}
      {limits}
    </>
  );
}

/** Each of the parts by which a board decides. */
export function firstPaperParts({ name, about, frontPage, answers }: PaperProps) {
  const { summary, agreementMap, timeline } = frontPage;
  const { strategy } = summary;
  const id = strategy.id;
  const quotations = choosePaperQuotations(summary.quotations?.themes ?? []);
  const progress = answers?.progress ?? null;
  return {
    purpose: (
      <PaperSection id={`purpose-${id}`} title={paperParts.purpose}>
        <p className="measure">{purposeText(strategy, about)}</p>
      </PaperSection>
    ),
    decisions: (
      <PaperSection id={`decisions-${id}`} title={paperParts.decisions}>
        <ol className="measure list-decimal space-y-1 pl-6">
          {listDecisionsSought(progress, strategy.areaName).map((decision) => (
            <li key={decision}>{decision}</li>
          ))}
        </ol>
      </PaperSection>
    ),
    glance: <Overview about={about} summary={summary} progress={progress} />,
    themes: <ThemeAgreementChart scope={summary.scope} counts={summary.counts} progress={progress} shown={shownRows} />,
    agreement: <AgreementMap {...withoutMarks(agreementMap)} />,
    people: (
      <div>
        {summary.scope.lepId === null ? (
          <Places {...summary} caption={peopleByPlaceCaption} />
        ) : (
          <CoverageInShort name={name} release={summary.release} coverage={summary.coverage} />
        )}
      </div>
    ),
    weeks: <DrawnChart chart={timeline} />,
    quotations: (
      <PaperSection id={`quoted-${id}`} title={paperParts.quotations}>
        {quotations.length === 0 && <p>There are too few comments on any theme to quote.</p>}
        <div className="paper-quotes">
          {quotations.map(({ theme, text, isMinority, citation }) => (
            <CommentQuote key={citation.id + theme} citation={citation} quotation={text}>
              {theme} {isMinority && <Tag>A minority view</Tag>}
            </CommentQuote>
          ))}
        </div>
      </PaperSection>
    ),
    answers: (
      <PaperSection id={`given-${id}`} title={paperParts.answers}>
        {!answers || answers.items.length === 0 ? (
          <p>No answer has been published yet.</p>
        ) : (
          <ul className="measure space-y-2">
            {listAnswersSoFar(answers.items).map(({ id: answer, title, text }) => (
              <li key={answer}>
                <strong>{title}:</strong> {text}
              </li>
            ))}
          </ul>
        )}
      </PaperSection>
    ),
    limits: (
      <PaperSection id={`limits-${id}`} title={paperParts.limits}>
        <ul className="paper-limits measure list-disc space-y-1 pl-6">
          {listPaperLimits(name).map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </PaperSection>
    ),
  } satisfies Partial<Record<PaperPart, ReactNode>>;
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
