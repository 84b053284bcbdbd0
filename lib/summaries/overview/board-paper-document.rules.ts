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
import { annexBlocks, areaAnnex, placesTable } from "@/lib/summaries/overview/board-paper-annexes.rules";
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
import { annexParts, firstParts, type PaperPart } from "@/lib/summaries/overview/paper-parts.rules";
import { listSummaryCharts, reactionsText } from "@/lib/summaries/overview/summary-charts.rules";

/** Rows of a chart’s table in the first part: the annexes have all. */
const shownRows = 6;

/**
 * The board paper of a LEP or a strategy as a document for word processors: what its page has, with charts as tables.
 * @param origin where the service is, without a slash at the end
 * @param notice on every page, such as that of a demonstration; "" for none
 */
export function boardPaperDocument(content: BoardPaperContent, origin: string, notice: string): DocxDocument {
  const { name, subject } = content;
  const title = `${name}: what working people say${subject ? ` about ${subject.about}` : ""}`;
  const pages = paperBlocks(content, origin);
  const inOrder = (parts: PaperPart[]) => pages.flatMap((blocks) => parts.flatMap((part) => blocks[part]));
  return {
    ...{ title: `${title}: board paper`, header: notice, footer: "At the Table" },
    blocks: [
      { kind: "title", text: title },
      { kind: "note", text: "Board paper" },
      ...inOrder(firstParts),
      { kind: "page" },
      heading("Annexes"),
      ...inOrder(annexParts),
    ],
  };
}

/** The content of each part of the paper, for each strategy. The numbers of the area come once, after the last. */
export function paperBlocks(
  { name, subject, frontPages, answers, facts }: BoardPaperContent,
  origin: string,
): Record<PaperPart, DocxBlock[]>[] {
  return frontPages.map((page, i) => {
    const own = answers.find(({ slug }) => slug === page.summary.strategy.id) ?? null;
    return {
      ...firstBlocks(name, subject?.about ?? null, page, own, origin),
      ...annexBlocks(name, subject?.about ?? null, page, own, origin),
      area: facts && i === frontPages.length - 1 ? areaAnnex(name, facts) : [],
    };
  });
}

function firstBlocks(
  name: string,
  about: string | null,
  frontPage: SummaryFrontPage,
  answers: PaperAnswers | null,
  origin: string,
) {
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
  const charts = listSummaryCharts(name, frontPage, progress);
  const chart = (id: string, shown?: number) =>
    charts.filter((one) => one.id === id).flatMap((one) => chartBlocks(one, shown));
  return {
    purpose: [heading("Purpose"), paragraph(purposeText(strategy, about))],
    decisions: [heading("Decisions sought"), list(listDecisionsSought(progress, strategy.areaName), true)],
    glance: [
      heading("At a glance"),
      list(
        listOverviewFacts(summary, about, progress).map(({ label, value, more }) =>
          `${label}: ${value.replace(/\.$/, "")}. ${more}`.trim(),
        ),
      ),
      ...(scope.lepId === null ? [] : [paragraph(`Too few to show: ${coverageGapsText(summary)}`)]),
    ],
    themes: chart("themes", shownRows),
    agreement: [...chart("agreement", 0), ...highlights],
    people: scope.lepId === null ? placesTable(summary) : chart("coverage", shownRows),
    weeks: chart("timeline"),
    quotations: [
      heading("In people’s own words"),
      ...(quotations.length === 0
        ? [paragraph("There are too few comments on any theme to quote.")]
        : quotations.map(({ theme, isMinority, ...quotation }) =>
            quote(origin, { ...quotation, note: isMinority ? `${theme}. A minority view` : theme }),
          )),
    ],
    answers: [
      heading("Answers so far"),
      given.length === 0
        ? paragraph("No answer has been published yet.")
        : list(given.map(({ title, text }) => `${title}: ${text}`)),
    ],
    limits: [heading("What this does not show"), list(listPaperLimits(name))],
  } satisfies Partial<Record<PaperPart, DocxBlock[]>>;
}
