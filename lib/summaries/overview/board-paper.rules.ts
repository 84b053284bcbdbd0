import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import { excerpt } from "@/lib/summaries/display.rules";
import type { ThemeQuotations } from "@/lib/summaries/quotations/quotations.rules";
import type { AnswerDecision } from "@/prisma/generated/enums";

type Progress = { state: string; dueAt: Date | null; unanswered: { name: string; comments: number }[] };

/** What a board has to decide, most urgent first. `progress`: null where the strategy takes no answers yet. */
export function listDecisionsSought(progress: Progress | null, areaName: string): string[] {
  if (!progress || progress.unanswered.length === 0)
    return [`To note what working people said about ${areaName}. No theme needs an answer.`];
  const { state, dueAt, unanswered } = progress;
  const [first, second, third] = unanswered.toSorted((a, b) => b.comments - a.comments).map(({ name }) => name);
  const are =
    unanswered.length === 1 ? (state === "over" ? "It was" : "It is") : state === "over" ? "They were" : "They are";
  const due = dueAt ? ` ${are} due by ${formatDay(dueAt)}.` : "";
  return [
    `To agree how to answer ${countLabel(unanswered.length, "theme")} that still ${unanswered.length === 1 ? "needs" : "need"} an answer.${due}`,
    `To decide who drafts the answers on the themes with most comments: ${[first, second, third].filter(Boolean).join("; ")}.`,
    "To say in each answer what will change in the strategy, or why nothing will.",
  ];
}

export type PaperQuotation = { theme: string; text: string; isMinority: boolean; citation: CitedComment };

const maxQuotations = 5;
/** A theme's first quotation of at most so many characters is quoted, so that the paper stays within its two sheets. */
const shortQuotation = 200;

/**
 * Five quotations of different themes and comments, those of themes with most comments first; one of them a minority
 * view, where there is one. Short ones first.
 */
export function choosePaperQuotations(themes: readonly ThemeQuotations[]): PaperQuotation[] {
  const isLong = ({ text }: { text: string }) => text.length > shortQuotation;
  const all = themes.flatMap(({ name, quotations }) =>
    quotations
      .toSorted((a, b) => Number(isLong(a)) - Number(isLong(b)))
      .map(({ text, minority, citation }) => ({ theme: name, text, isMinority: minority, citation })),
  );
  const minority =
    all.find((quotation) => quotation.isMinority && !isLong(quotation)) ?? all.find(({ isMinority }) => isMinority);
  const [usedThemes, usedComments] = [new Set<string>(), new Set(minority && [minority.citation.id])];
  const typical = all.filter(({ theme, isMinority, citation }) => {
    if (isMinority || usedThemes.has(theme) || usedComments.has(citation.id)) return false;
    usedThemes.add(theme);
    usedComments.add(citation.id);
    return true;
  });
  return minority ? [...typical.slice(0, maxQuotations - 1), minority] : typical.slice(0, maxQuotations);
}

/** What the paper is for. `about`: the subject, if it is of one. */
export const purposeText = (
  { kind, areaName, leadTitle }: { kind: string; areaName: string; leadTitle: string },
  about: string | null,
) =>
  `This paper reports what working people and their unions said${about ? ` about ${about}` : ""} on the ${kind} for ${areaName}, led by ${leadTitle}, and asks the board how it will answer.`;

/** What the figures do not show, as a board must know. */
export const listPaperLimits = (name: string): string[] => [
  `People chose to take part. They are not a sample of everybody who works in ${name}.`,
  "Numbers of people are rounded to 5, and fewer than 10 are never shown. “Too few to show” does not mean that nobody took part.",
  "Union responses speak for their members, and are not added to people’s own comments.",
  "Union reps read comments for safety and the law, not for opinion. The record of their decisions is public.",
];

type AnswerItem = { id: string; source: { title: string }; current: { decision: AnswerDecision; why: string } };

/** The newest answers in short. */
export const listAnswersSoFar = (items: readonly AnswerItem[]) =>
  items.map(({ id, source, current: { decision, why } }) => ({
    ...{ id, title: excerpt(source.title, 80) },
    text: `${answerDecisionLabels[decision]}. ${excerpt(why, 160)}`,
  }));
