import type { DocxBlock, DocxDocument } from "@/lib/files/docx-document.rules";
import { paths } from "@/lib/routes";
import { excerpt } from "@/lib/summaries/display.rules";
import {
  choosePaperQuotations,
  listAnswersSoFar,
  listDecisionsSought,
  listPaperLimits,
  purposeText,
} from "@/lib/summaries/overview/board-paper.rules";
import { areaAnnex, listAnnexes } from "@/lib/summaries/overview/board-paper-annexes.rules";
import {
  type BoardPaperContent,
  chartBlocks,
  heading,
  list,
  type PaperAnswers,
  paragraph,
  quote,
} from "@/lib/summaries/overview/board-paper-blocks.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import { coverageGapsText, listOverviewFacts } from "@/lib/summaries/overview/overview.rules";
import { listSummaryCharts, reactionsText } from "@/lib/summaries/overview/summary-charts.rules";

/** Rows of a chart’s table in the first part: the annexes have all. */
const shownRows = 6;

/**
 * The board paper of a LEP as a document for word processors: what its page has, with charts as tables.
 * @param origin where the service is, without a slash at the end
 * @param notice on every page, such as that of a demonstration; "" for none
 */
export function boardPaperDocument(content: BoardPaperContent, origin: string, notice: string): DocxDocument {
  const { name, subject, frontPages, answers, facts } = content;
  const title = `${name}: what working people say${subject ? ` about ${subject.about}` : ""}`;
  const answersTo = ({ summary }: SummaryFrontPage) => answers.find(({ slug }) => slug === summary.strategy.id) ?? null;
  return {
    ...{ title: `${title}: board paper`, header: notice, footer: "At the Table" },
    blocks: [
      { kind: "title", text: title },
      { kind: "note", text: "Board paper" },
      ...frontPages.flatMap((page) => firstPart(name, subject?.about ?? null, page, answersTo(page), origin)),
      { kind: "page" },
      heading("Annexes"),
      ...frontPages.flatMap((page) => listAnnexes(name, subject?.about ?? null, page, answersTo(page), origin)),
      ...(facts ? areaAnnex(name, facts) : []),
    ],
  };
}

function firstPart(
  name: string,
  about: string | null,
  frontPage: SummaryFrontPage,
  answers: PaperAnswers | null,
  origin: string,
): DocxBlock[] {
  const { summary, agreementMap } = frontPage;
  const { strategy, scope } = summary;
  const progress = answers?.progress ?? null;
  const quotations = choosePaperQuotations(summary.quotations?.themes ?? []);
  const given = listAnswersSoFar(answers?.items ?? []);
  const highlights = agreementMap.highlights.map(
    ({ title, point }): DocxBlock => ({
      ...{ kind: "quote", text: excerpt(point.text, 120), source: `${title}: ${reactionsText(point)}` },
      href: origin + paths.comment(point.strategyId, point.threadId, point.id),
    }),
  );
  return [
    heading("Purpose"),
    paragraph(purposeText(strategy, about)),
    heading("Decisions sought"),
    list(listDecisionsSought(progress, strategy.areaName), true),
    heading("At a glance"),
    list(
      listOverviewFacts(summary, about, progress).map(({ label, value, more }) =>
        `${label}: ${value.replace(/\.$/, "")}. ${more}`.trim(),
      ),
    ),
    ...(scope.lepId === null ? [] : [paragraph(`Too few to show: ${coverageGapsText(summary)}`)]),
    ...listSummaryCharts(name, frontPage, progress).flatMap((chart) =>
      chart.id === "agreement" ? [...chartBlocks(chart, 0), ...highlights] : chartBlocks(chart, rowsOf(chart.id)),
    ),
    heading("In people’s own words"),
    ...(quotations.length === 0
      ? [paragraph("There are too few comments on any theme to quote.")]
      : quotations.map(({ theme, isMinority, ...quotation }) =>
          quote(origin, { ...quotation, note: isMinority ? `${theme}. A minority view` : theme }),
        )),
    heading("Answers so far"),
    given.length === 0
      ? paragraph("No answer has been published yet.")
      : list(given.map(({ title, text }) => `${title}: ${text}`)),
    heading("What this does not show"),
    list(listPaperLimits(name)),
  ];
}

/** All weeks are shown. */
const rowsOf = (chart: string) => (chart === "timeline" ? undefined : shownRows);
