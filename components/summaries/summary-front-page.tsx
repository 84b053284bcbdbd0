import type { ComponentProps, ReactNode } from "react";
import { AnswerBoard } from "@/components/answers/answer-board";
import { ChartSection } from "@/components/charts/chart-section";
import { AgreementMap } from "@/components/summaries/agreement-map";
import { CoverageInShort } from "@/components/summaries/coverage-in-short";
import { OpinionPortraits } from "@/components/summaries/opinion-portraits";
import { Overview } from "@/components/summaries/overview";
import { Places } from "@/components/summaries/places";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { TextLink } from "@/components/ui/text-link";
import type { SummaryFrontPage as FrontPageView } from "@/lib/summaries/overview/front-page.rules";
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
            name={name}
            about={subject?.about ?? null}
            summary={frontPage.summary}
            answers={answers}
            shownThemes={6}
          />
          {links}
          <Sections name={name} frontPage={frontPage} pageOf={pageOf} />
        </div>
      ))}
      {answers.map((board) => (
        <AnswerBoard key={board.slug} {...board} />
      ))}
      {frontPages.length > 0 && (
        <MorePages pages={listSummaryPages({ isLep, isSubject: subject !== null })} pageOf={pageOf} />
      )}
    </>
  );
}

type SectionsProps = { name: string; frontPage: FrontPageView; pageOf: Props["pageOf"] };

function Sections({ name, frontPage: { summary, agreementMap, timeline }, pageOf }: SectionsProps) {
  const { scope, strategy } = summary;
  return (
    <>
      <FrontSection
        id="agreement"
        title="Agreement and division"
        more={{ href: pageOf("themes"), text: "See every theme and section" }}
      >
        <AgreementMap {...agreementMap} />
      </FrontSection>
      <FrontSection
        id={summaryPartAnchor("opinion")}
        title="Opinion groups"
        more={{ href: pageOf("opinion-groups"), text: "See what groups agree on, and what divides them" }}
      >
        <OpinionPortraits areaName={strategy.areaName} opinion={summary.opinion} />
      </FrontSection>
      {scope.lepId === null ? (
        <FrontSection id={summaryPartAnchor("coverage")} title="Where comments came from" more={null}>
          <Places {...summary} />
        </FrontSection>
      ) : (
        <FrontSection
          id={summaryPartAnchor("coverage")}
          title="Who took part"
          more={{ href: pageOf("who-took-part"), text: "See districts, and who is missing" }}
        >
          <CoverageInShort name={name} release={summary.release} coverage={summary.coverage} />
        </FrontSection>
      )}
      <ChartSection chart={timeline} />
    </>
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
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
      {more && (
        <p>
          <TextLink href={more.href}>{more.text}</TextLink>
        </p>
      )}
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
    <section aria-labelledby="more" className="mt-10">
      <h2 id="more" className="mb-2 text-2xl">
        Read more
      </h2>
      <ul className="gap-x-8 sm:columns-2">
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
