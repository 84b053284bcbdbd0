import type { ComponentProps, ReactNode } from "react";
import { AnswerBoard } from "@/components/answers/answer-board";
import { ChartSection } from "@/components/charts/chart-section";
import { AgreementHighlights, AgreementMap } from "@/components/summaries/agreement-map";
import { CoverageInShort } from "@/components/summaries/coverage-in-short";
import { OpinionPortraits } from "@/components/summaries/opinion-portraits";
import { Overview } from "@/components/summaries/overview";
import { Places } from "@/components/summaries/places";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { ThemeAgreementChart } from "@/components/summaries/theme-agreement";
import { TextLink } from "@/components/ui/text-link";
import type { SummaryFrontPage as FrontPageView } from "@/lib/summaries/overview/front-page.rules";
import { chartFiles } from "@/lib/summaries/overview/summary-charts.rules";
import { listSummaryPages, type SummaryPageId, summaryPages } from "@/lib/summaries/summary-page.rules";

type Props = {
  /** Of the LEP, or the strategy's area. */
  name: string;
  subject?: { id: string; about: string } | null;
  frontPages: FrontPageView[];
  answers: ComponentProps<typeof AnswerBoard>[];
  /** The address of a page behind this one. */
  pageOf: (page: SummaryPageId) => string;
  /** Rendered above the overview of each strategy. */
  renderHeader: (frontPage: FrontPageView) => ReactNode;
  /** Links to other forms of the page, below the overview. */
  links?: ReactNode;
};

/** The first page of a summary: a screen for each question, and links to all the rest. */
export function SummaryFrontPage({ name, subject = null, frontPages, answers, pageOf, renderHeader, links }: Props) {
  const isLep = frontPages.some(({ summary }) => summary.scope.lepId !== null);
  return (
    <>
      {frontPages.map((frontPage) => (
        <div key={frontPage.summary.strategy.id}>
          {renderHeader(frontPage)}
          <Overview
            about={subject?.about ?? null}
            summary={frontPage.summary}
            progress={findAnswers(answers, frontPage)?.progress ?? null}
          >
            <div className="gap-x-10 lg:grid lg:grid-cols-[1fr_18rem]">
              <ThemeAgreementChart
                scope={frontPage.summary.scope}
                counts={frontPage.summary.counts}
                progress={findAnswers(answers, frontPage)?.progress ?? null}
                downloads={chartFiles(frontPage.summary.scope, subject?.id ?? null, "themes")}
                shown={4}
              />
              <AgreementHighlights highlights={frontPage.agreementMap.highlights} />
            </div>
          </Overview>
          <div className="my-2 flex flex-wrap gap-x-6">{links}</div>
          <Sections
            name={name}
            subject={subject?.id ?? null}
            frontPage={frontPage}
            answers={findAnswers(answers, frontPage)}
            pageOf={pageOf}
          />
        </div>
      ))}
      {answers
        .filter(({ slug }) => !frontPages.some(({ summary }) => summary.strategy.id === slug))
        .map((board) => (
          <AnswerBoard key={board.slug} {...board} />
        ))}
      {frontPages.length > 0 && (
        <MorePages pages={listSummaryPages({ isLep, isSubject: subject !== null })} pageOf={pageOf} />
      )}
    </>
  );
}

const findAnswers = (answers: Props["answers"], { summary }: FrontPageView) =>
  answers.find(({ slug }) => slug === summary.strategy.id) ?? null;

type SectionsProps = {
  name: string;
  subject: string | null;
  frontPage: FrontPageView;
  answers: Props["answers"][number] | null;
  pageOf: Props["pageOf"];
};

function Sections({ name, subject, frontPage, answers, pageOf }: SectionsProps) {
  const { summary, agreementMap, timeline } = frontPage;
  const { scope } = summary;
  const filesOf = (chart: string) => chartFiles(scope, subject, chart);
  return (
    <div className="gap-x-12 lg:grid lg:grid-cols-2">
      <div>
        <FrontSection
          id="agreement"
          title="Agreement and division"
          more={{ href: pageOf("themes"), text: "All themes" }}
        >
          <AgreementMap {...agreementMap} downloads={filesOf("agreement")} />
        </FrontSection>
        {scope.lepId === null ? (
          <FrontSection id={summaryPartAnchor("coverage")} title="Where comments came from" more={null}>
            <Places {...summary} />
          </FrontSection>
        ) : (
          <FrontSection
            id={summaryPartAnchor("coverage")}
            title="Who took part"
            more={{ href: pageOf("who-took-part"), text: "All districts" }}
          >
            <CoverageInShort
              name={name}
              release={summary.release}
              coverage={summary.coverage}
              downloads={filesOf("coverage")}
            />
          </FrontSection>
        )}
      </div>
      <div>
        <FrontSection
          id={summaryPartAnchor("opinion")}
          title="Opinion groups"
          more={{ href: pageOf("opinion-groups"), text: "All about groups" }}
        >
          <OpinionPortraits summary={summary} />
        </FrontSection>
        <ChartSection chart={timeline} downloads={filesOf(timeline.id)} />
        {answers && <AnswerBoard {...answers} />}
      </div>
    </div>
  );
}

type FrontSectionProps = {
  id: string;
  title: string;
  more: { href: string; text: string } | null;
  children: ReactNode;
};

function FrontSection({ id, title, more, children }: FrontSectionProps) {
  return (
    <section aria-labelledby={id} className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        {more && <TextLink href={more.href}>{more.text}</TextLink>}
      </div>
      {children}
    </section>
  );
}

/** Links on other sites lead to sections that are on pages of their own now: they arrive at the link to that page. */
const anchorOf: Partial<Record<SummaryPageId, string>> = {
  themes: summaryPartAnchor("counts"),
  "who-took-part": summaryPartAnchor("coverageGaps"),
  quotations: summaryPartAnchor("quotations"),
  "union-responses": summaryPartAnchor("responses"),
  moderation: summaryPartAnchor("moderation"),
  area: "local-facts",
};

function MorePages({ pages, pageOf }: { pages: SummaryPageId[]; pageOf: Props["pageOf"] }) {
  return (
    <section aria-labelledby="more" className="mt-8">
      <h2 id="more" className="mb-2 text-2xl">
        Read more
      </h2>
      <ul className="columns-2 gap-x-8 lg:columns-3">
        {pages.map((page) => (
          <li key={page} id={anchorOf[page]} className="break-inside-avoid border-line border-t py-1">
            <TextLink className="font-semibold" href={pageOf(page)}>
              {summaryPages[page].title}
            </TextLink>
            <p className="hidden text-base/snug sm:block">{summaryPages[page].text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
