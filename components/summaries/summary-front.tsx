import type { ComponentProps, ReactNode } from "react";
import { AnswerBoard } from "@/components/answers/answer-board";
import { DrawnChart } from "@/components/charts/drawn-chart";
import { AgreementMap } from "@/components/summaries/agreement-map";
import { CoverageFront } from "@/components/summaries/coverage-front";
import { OpinionPortraits } from "@/components/summaries/opinion-portraits";
import { Overview } from "@/components/summaries/overview";
import { Places } from "@/components/summaries/places";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { TextLink } from "@/components/ui/text-link";
import type { SummaryFront as FrontView } from "@/lib/summaries/overview/front.rules";
import { listSummaryPages, type SummaryPageId, summaryPages } from "@/lib/summaries/summary-page.rules";

type Props = {
  /** Of the LEP, or the strategy's area. */
  name: string;
  subject?: { id: string; about: string } | null;
  fronts: FrontView[];
  answers: ComponentProps<typeof AnswerBoard>[];
  /** The address of a page behind this one. */
  pageOf: (page: SummaryPageId) => string;
  /** Rendered above the overview of each strategy. */
  renderHeader: (front: FrontView) => ReactNode;
  /** Links to other forms of the page, below the overview. */
  links?: ReactNode;
};

/** The first page of a summary: a screen for each question, and links to all the rest. */
export function SummaryFront({ name, subject = null, fronts, answers, pageOf, renderHeader, links }: Props) {
  const isLep = fronts.some(({ summary }) => summary.scope.lepId !== null);
  return (
    <>
      {fronts.map((front) => (
        <div key={front.summary.strategy.id}>
          {renderHeader(front)}
          <Overview
            name={name}
            about={subject?.about ?? null}
            summary={front.summary}
            answers={answers}
            shownThemes={6}
          />
          {links}
          <Screens name={name} front={front} pageOf={pageOf} />
        </div>
      ))}
      {answers.map((board) => (
        <AnswerBoard key={board.slug} {...board} />
      ))}
      {fronts.length > 0 && (
        <MorePages pages={listSummaryPages({ isLep, isSubject: subject !== null })} pageOf={pageOf} />
      )}
    </>
  );
}

type ScreensProps = { name: string; front: FrontView; pageOf: Props["pageOf"] };

function Screens({ name, front: { summary, agreementMap, timeline }, pageOf }: ScreensProps) {
  const { scope, strategy } = summary;
  return (
    <>
      <Screen
        id="agreement"
        title="Agreement and division"
        more={{ href: pageOf("themes"), text: "See every theme and section" }}
      >
        <AgreementMap {...agreementMap} />
      </Screen>
      <Screen
        id={summaryPartAnchor("opinion")}
        title="Opinion groups"
        more={{ href: pageOf("opinion-groups"), text: "See what groups agree on, and what divides them" }}
      >
        <OpinionPortraits areaName={strategy.areaName} opinion={summary.opinion} />
      </Screen>
      {scope.lepId === null ? (
        <Screen id={summaryPartAnchor("coverage")} title="Where comments came from" more={null}>
          <Places {...summary} />
        </Screen>
      ) : (
        <Screen
          id={summaryPartAnchor("coverage")}
          title="Who took part"
          more={{ href: pageOf("who-took-part"), text: "See districts, and who is missing" }}
        >
          <CoverageFront name={name} release={summary.release} coverage={summary.coverage} />
        </Screen>
      )}
      <Screen id="timeline" title="Week by week" more={null}>
        <DrawnChart chart={timeline} />
      </Screen>
    </>
  );
}

type ScreenProps = { id: string; title: string; more: { href: string; text: string } | null; children: ReactNode };

function Screen({ id, title, more, children }: ScreenProps) {
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
