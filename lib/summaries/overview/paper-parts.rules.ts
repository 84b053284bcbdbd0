/** The parts of a board paper in their order: those of its first pages, then the annexes. */
export const paperParts = {
  purpose: "Purpose",
  decisions: "Decisions sought",
  glance: "At a glance",
  themes: "Agreement on each theme",
  agreement: "Agreement and division",
  people: "Who took part, in short",
  weeks: "Week by week",
  quotations: "In people’s own words",
  answers: "Answers so far",
  limits: "What this does not show",
  allComments: "All themes, with the comments that most agree with and that divide people",
  opinionGroups: "Opinion groups",
  allPeople: "Who took part, in full",
  allQuotations: "All quotations",
  responses: "Union responses",
  moderation: "Moderation",
  allAnswers: "All answers",
  area: "The area in numbers",
} as const;

export type PaperPart = keyof typeof paperParts;

const firstAnnex = Object.keys(paperParts).indexOf("allComments");

/** The parts by which a board decides. */
export const firstParts = Object.keys(paperParts).slice(0, firstAnnex) as PaperPart[];

/** The parts behind them. */
export const annexParts = Object.keys(paperParts).slice(firstAnnex) as PaperPart[];
