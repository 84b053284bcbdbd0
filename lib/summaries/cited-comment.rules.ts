import { listOpinionCommentIds } from "@/lib/summaries/opinion/opinion.rules";
import type { SummaryParts } from "@/lib/summaries/summary-part.schema";

/** A published comment that a summary cites, with its current text. `week`: YYYY-MM-DD, a Monday. */
export type CitedComment = {
  id: string;
  strategyId: string;
  threadId: string;
  alias: string;
  text: string;
  version: number;
  week: string;
  themeIds: string[];
};

/** Cited comments by id; those that are no longer published are absent. */
export type CitedComments = Map<string, CitedComment>;

/** The ids of all comments that these parts cite; some may come twice. */
export function listCitedIds({ counts, opinion, quotations, campaigns }: SummaryParts): string[] {
  const rows = [
    ...(counts?.content.supported ?? []),
    ...(counts?.content.disputed ?? []),
    ...(campaigns?.content ?? []),
    ...(quotations?.content.flatMap((theme) => theme.quotations) ?? []),
  ];
  return [...rows.map(({ comment }) => comment), ...(opinion ? listOpinionCommentIds(opinion.content) : [])];
}

/** Joins each row that names a comment with that comment; rows whose comment is no longer published are left out. */
export function withCitations<Row extends { comment: string }>(
  rows: readonly Row[],
  comments: CitedComments,
): (Row & { citation: CitedComment })[] {
  return rows.flatMap((row) => {
    const citation = comments.get(row.comment);
    return citation ? [{ ...row, citation }] : [];
  });
}
