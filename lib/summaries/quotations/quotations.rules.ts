import type { CitedComment, CitedComments } from "@/lib/summaries/cited-comment.rules";
import type { QuotationsPart, StoredQuotation } from "@/lib/summaries/quotations/quotations.schema";

export type SummaryQuotation = {
  text: string;
  group: string | null;
  minority: boolean;
  start: number;
  end: number;
  citation: CitedComment;
};
export type ThemeQuotations = { id: string; name: string; quotations: SummaryQuotation[] };

/** Quotations with their text, by theme; those whose comment was changed or is no longer published are left out. */
export function assembleQuotations(
  part: QuotationsPart,
  comments: CitedComments,
  themeNames: ReadonlyMap<string, string>,
): ThemeQuotations[] {
  return part.map(({ theme, quotations }) => ({
    id: theme,
    name: themeNames.get(theme) ?? theme,
    quotations: quotations.flatMap((quotation) => {
      const citation = comments.get(quotation.comment);
      const text = quotationText(quotation, citation);
      const { group, minority, start, end } = quotation;
      return citation && text ? [{ text, group, minority, start, end, citation }] : [];
    }),
  }));
}

/** The quoted text, or null unless the comment is still at the version that was quoted. */
function quotationText({ start, end, version }: StoredQuotation, comment?: CitedComment): string | null {
  return comment && comment.version === version ? comment.text.slice(start, end) : null;
}
