import { listThemes, type ThemeView } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import { visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import { hiddenPhases } from "@/lib/strategies/strategy.rules";
import { listWaitingCounts } from "@/lib/summaries/editions/edition.queries";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import { type FigureFilter, noneOfThese } from "@/lib/summaries/figures/figure-filter.schema";
import { type SummaryScope, sumTallies } from "@/lib/summaries/scope.rules";
import type { Prisma } from "@/prisma/generated/client";
import type { Stance } from "@/prisma/generated/enums";

export type Counts = { comments: number; threads: number };
/** `url`: the page that lists exactly these comments. */
export type NamedCounts = Counts & { id: string; name: string; url: string };

/** Published comments and threads of a scope. */
export type StrategyCounts = Counts & {
  strategyId: string;
  areaName: string;
  phase: string;
  url: string;
  /** Comments waiting for a rep, to the nearest 5; null under 5. */
  waiting: number | null;
  foundations: NamedCounts[];
  themes: NamedCounts[];
  stances: NamedCounts[];
};

/** Selects the public strategies that count comments under one of these bodies. */
export const countedUnderFilter = (bodyIds: string[]) =>
  ({
    phase: { notIn: hiddenPhases },
    OR: [
      { bodies: { some: { bodyId: { in: bodyIds } } } },
      // a mayoral lead counts only where it has no LEPs: see isLeadCounted
      { leadBodyId: { in: bodyIds }, OR: [{ leadBody: { hasMayor: false } }, { bodies: { none: {} } }] },
    ],
  }) satisfies Prisma.StrategyWhereInput;

const stanceNames: Record<Stance | "", string> = {
  for: "For",
  neutral: "Neutral",
  against: "Against",
  "": "Not given",
};

/** The counts of a LEP's strategies, with all foundations, and the themes that have comments. */
export async function listStrategyCounts(lepId: string): Promise<StrategyCounts[]> {
  const [strategies, themes, waiting] = await Promise.all([
    listTalliedStrategies(countedUnderFilter([lepId]), { lepId }),
    listThemes(),
    listWaitingCounts(lepId),
  ]);
  return strategies.map((strategy) =>
    toStrategyCounts({ strategyId: strategy.id, lepId }, strategy, themes, waiting.get(strategy.id) ?? null),
  );
}

/** The counts of all comments on a strategy; null when it is not visible. */
export async function getStrategyCounts(strategyId: string): Promise<StrategyCounts | null> {
  const [[strategy], themes, waiting] = await Promise.all([
    listTalliedStrategies({ id: strategyId, ...visibleStrategyWhere }, {}),
    listThemes(),
    listWaitingCounts(null),
  ]);
  return strategy
    ? toStrategyCounts({ strategyId, lepId: null }, strategy, themes, waiting.get(strategyId) ?? null)
    : null;
}

type TalliedStrategy = Awaited<ReturnType<typeof listTalliedStrategies>>[number];

const listTalliedStrategies = (where: Prisma.StrategyWhereInput, tallyWhere: { lepId?: string }) =>
  db().strategy.findMany({
    where,
    orderBy: { areaName: "asc" },
    select: { id: true, areaName: true, phase: true, tallies: { where: tallyWhere } },
  });

function toStrategyCounts(
  scope: SummaryScope,
  { id, areaName, phase, tallies }: TalliedStrategy,
  themes: ThemeView[],
  waiting: number | null,
): StrategyCounts {
  const sums = sumTallies(tallies);
  const countsOf = (dimension: string, key: string, filter: FigureFilter) => {
    const row = sums.find((tally) => tally.dimension === dimension && tally.key === key);
    return { comments: row?.comments ?? 0, threads: row?.threads ?? 0, url: figurePath(scope, filter) };
  };
  return {
    strategyId: id,
    areaName,
    phase,
    ...countsOf("all", "", {}),
    waiting: waiting,
    foundations: themes
      .filter(({ family }) => family === "foundation")
      .map((theme) => ({
        id: theme.id,
        name: theme.name,
        ...countsOf("foundation", theme.id, { foundation: theme.id }),
      })),
    themes: themes
      .map((theme) => ({ id: theme.id, name: theme.name, ...countsOf("theme", theme.id, { theme: theme.id }) }))
      .filter(({ comments }) => comments > 0),
    stances: (Object.keys(stanceNames) as (Stance | "")[]).map((stance) => ({
      id: stance || "not-given",
      name: stanceNames[stance],
      ...countsOf("stance", stance, { stance: stance || noneOfThese }),
    })),
  };
}
