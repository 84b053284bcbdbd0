import { answerDeadline } from "@/lib/answers/answer.rules";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import type { Reactions } from "@/lib/summaries/counts.rules";
import type { StoredCells } from "@/lib/summaries/releases/release.schema";
import type { AnswerSourceKind, Phase } from "@/prisma/generated/enums";

/**
 * What the page about England counts. Days and weeks are YYYY-MM-DD.
 */
export type EnglandFacts = {
  /** `jobs`: null where there are no figures for this area alone. `release`: the newest, with its cells of all themes and districts. */
  areas: {
    id: string;
    name: string;
    jobs: number | null;
    release: { number: number; day: string; cells: StoredCells } | null;
    reactions: Reactions | null;
  }[];
  /** `comments`: published, in every place; `noPlace`: those of them without a place. */
  strategies: {
    id: string;
    areaName: string;
    phase: Phase;
    closesAt: Date | null;
    hasClosedAnswers: boolean;
    /** The regions of the lead body. */
    regions: string[];
    lepIds: string[];
    comments: number;
    noPlace: number;
    reactions: Reactions | null;
  }[];
  /** Published comments by theme and place; `lepId` is "" where no place was given. */
  themes: { strategyId: string; lepId: string; id: string; name: string; comments: number; isAnswered: boolean }[];
  /** `weeks`: from the source to its first answer. */
  answers: { kind: AnswerSourceKind; weeks: number | null }[];
  /** `tookPart`: members, in the newest revision. */
  responses: { strategyId: string; tookPart: number; isAnswered: boolean }[];
  /** New comments and replies. A week without any may be absent. */
  weeks: { week: string; comments: number; replies: number }[];
  releases: { number: number; day: string; areas: number }[];
};

/** The themes of a strategy that have comments, how many of them are answered, and how many are overdue. */
export type ThemeProgress = { themes: number; answered: number; overdue: number };

const answeringPhases: Phase[] = ["open", "closed", "archived"];

/** Whether people could comment on a strategy, now or before. */
export const hasOpened = ({ phase }: { phase: Phase }) => answeringPhases.includes(phase);

/** The themes of each strategy that has opened, and what is answered, by its id. */
export function themeProgress(
  { strategies, themes }: Pick<EnglandFacts, "strategies" | "themes">,
  now: Date,
): Map<string, ThemeProgress> {
  return new Map(
    strategies.filter(hasOpened).map((strategy) => {
      const own = new Map(
        themes.filter(({ strategyId }) => strategyId === strategy.id).map(({ id, isAnswered }) => [id, isAnswered]),
      );
      const answered = [...own.values()].filter(Boolean).length;
      const waiting = own.size - answered;
      const { state } = answerDeadline(strategy.closesAt, strategy.hasClosedAnswers && waiting === 0, now);
      return [strategy.id, { themes: own.size, answered, overdue: state === "over" ? waiting : 0 }];
    }),
  );
}

export const sumProgress = (all: Iterable<ThemeProgress>): ThemeProgress =>
  [...all].reduce(
    (sum, { themes, answered, overdue }) => ({
      themes: sum.themes + themes,
      answered: sum.answered + answered,
      overdue: sum.overdue + overdue,
    }),
    { themes: 0, answered: 0, overdue: 0 },
  );

/** All of England in a few figures. People are not among them: those of two releases may be the same. */
export type EnglandTotals = ThemeProgress & {
  comments: number;
  open: number;
  reactions: Reactions;
  answers: number;
  responses: number;
  members: number;
  releasedAreas: number;
};

export type England = { totals: EnglandTotals; charts: Chart[] };
