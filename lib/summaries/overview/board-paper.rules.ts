import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import type { ThemeQuotations } from "@/lib/summaries/quotations/quotations.rules";

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

/** Five quotations of different themes, those with most comments first; one of them a minority view, where there is one. */
export function choosePaperQuotations(themes: readonly ThemeQuotations[]): PaperQuotation[] {
  const all = themes.flatMap(({ name, quotations }) =>
    quotations.map(({ text, minority, citation }) => ({ theme: name, text, isMinority: minority, citation })),
  );
  const typical = all.filter(({ isMinority }) => !isMinority);
  const first = typical.filter(({ theme }, i) => typical.findIndex((other) => other.theme === theme) === i);
  const minority = all.find(({ isMinority }) => isMinority);
  return minority ? [...first.slice(0, maxQuotations - 1), minority] : first.slice(0, maxQuotations);
}
