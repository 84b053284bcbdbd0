/** The pages behind a summary's first page, by the last part of their addresses. */
export const summaryPages = {
  themes: { title: "Themes and sections", text: "Every theme, section and foundation, with counts and reactions" },
  "opinion-groups": { title: "Opinion groups", text: "What every group agrees on, and what divides them" },
  "who-took-part": { title: "Who took part", text: "By kind of work and district, and who is missing" },
  quotations: { title: "Quotations", text: "In people’s own words, theme by theme" },
  "union-responses": { title: "Union responses", text: "For how many members each speaks, and campaigns" },
  answers: { title: "Answers", text: "What was answered, and what still needs an answer" },
  moderation: { title: "Moderation", text: "What reps decided, and why" },
  area: { title: "The area in numbers", text: "People, work, pay, funds and the board, compared with England" },
} as const;

export type SummaryPageId = keyof typeof summaryPages;

export const isSummaryPage = (id: string): id is SummaryPageId => Object.hasOwn(summaryPages, id);

/**
 * The pages that a summary has: people are counted by LEP, and facts are of a LEP's area, so a strategy has neither;
 * moderation is counted for the entire strategy, so a subject has none.
 */
export function listSummaryPages({ isLep, isSubject }: { isLep: boolean; isSubject: boolean }): SummaryPageId[] {
  const absent: SummaryPageId[] = [
    ...(isLep ? [] : (["who-took-part", "area"] as const)),
    ...(isSubject ? (["moderation"] as const) : []),
  ];
  return (Object.keys(summaryPages) as SummaryPageId[]).filter((id) => !absent.includes(id));
}
