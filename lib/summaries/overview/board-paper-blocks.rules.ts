import type { PayFacts, Share, WorkFacts } from "@/lib/areas/local-facts.rules";
import { formatDay } from "@/lib/dates";
import type { DocxBlock } from "@/lib/files/docx-document.rules";
import { paths } from "@/lib/routes";
import { type Chart, tableText } from "@/lib/summaries/charts/drawing.rules";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import type { AnswerDecision } from "@/prisma/generated/enums";

// Parts of the board paper as a document for word processors.

/** The newest answers to a strategy, and what still needs one. */
export type PaperAnswers = {
  slug: string;
  progress: {
    state: string;
    dueAt: Date | null;
    answered: number;
    unanswered: { id: string; name: string; comments: number }[];
  };
  items: {
    id: string;
    by: string;
    source: { title: string };
    current: { decision: AnswerDecision; why: string; changed: string | null };
  }[];
};

/** What the board paper of a LEP shows. `facts`: of its area. */
export type BoardPaperContent = {
  name: string;
  subject: { id: string; about: string } | null;
  frontPages: SummaryFrontPage[];
  answers: PaperAnswers[];
  facts: {
    year: number;
    place: { people: number; rural: Share; coast: Share };
    work: WorkFacts | null;
    pay: PayFacts | null;
  } | null;
};

export const heading = (text: string): DocxBlock => ({ kind: "heading", text });
export const subheading = (text: string): DocxBlock => ({ kind: "subheading", text });
export const paragraph = (text: string): DocxBlock => ({ kind: "text", text });
export const list = (items: string[], isNumbered = false): DocxBlock => ({ kind: "list", isNumbered, items });

/** A comment, or a quotation from it, with a link to it in its thread. */
export const quote = (
  origin: string,
  { citation, text, note }: { citation: CitedComment; text: string; note: string },
): DocxBlock => ({
  ...{ kind: "quote", text },
  source: `${citation.alias}, week of ${formatDay(new Date(citation.week))}${note && ` · ${note}`}`,
  href: origin + paths.comment(citation.strategyId, citation.threadId, citation.id),
});

/** A chart as its claim and its table. `shown`: how many rows; all without it. */
export function chartBlocks({ title, claim, description, source, table }: Chart, shown?: number): DocxBlock[] {
  const rows = table.rows.slice(0, shown).map((row) => row.map(tableText));
  return [
    subheading(claim),
    { kind: "note", text: `${description} ${source}` },
    ...(rows.length === 0 ? [] : [{ kind: "table" as const, caption: title, columns: table.columns, rows }]),
  ];
}
