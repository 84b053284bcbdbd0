import { db } from "@/lib/database/client";
import { hiddenPhases } from "@/lib/strategies/strategy.rules";
import type { Prisma } from "@/prisma/generated/client";

export type Counts = { comments: number; threads: number };
export type NamedCounts = Counts & { id: string; name: string };

/** Published comments and threads of one strategy under a LEP. `waiting`: comments that wait for a rep. */
export type StrategyCounts = Counts & {
  strategyId: string;
  areaName: string;
  phase: string;
  waiting: number;
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

const stanceNames: Record<string, string> = { for: "For", neutral: "Neutral", against: "Against", "": "Not given" };

/** The counts of a LEP's strategies, with all foundations, and the themes that have comments. */
export async function listStrategyCounts(lepId: string): Promise<StrategyCounts[]> {
  const strategies = await db().strategy.findMany({
    where: countedUnderFilter([lepId]),
    orderBy: { areaName: "asc" },
    select: { id: true, areaName: true, phase: true, tallies: { where: { lepId } } },
  });
  const themes = await db().theme.findMany({
    orderBy: { position: "asc" },
    select: { id: true, name: true, family: true },
  });
  const waiting = await countHeldComments(lepId);
  return strategies.map(({ id, areaName, phase, tallies }) => {
    const countsOf = (dimension: string, key: string): Counts => {
      const row = tallies.find((tally) => tally.dimension === dimension && tally.key === key);
      return { comments: row?.comments ?? 0, threads: row?.threads ?? 0 };
    };
    return {
      strategyId: id,
      areaName,
      phase,
      ...countsOf("all", ""),
      waiting: waiting.get(id) ?? 0,
      foundations: themes
        .filter(({ family }) => family === "foundation")
        .map((theme) => ({ id: theme.id, name: theme.name, ...countsOf("foundation", theme.id) })),
      themes: themes
        .map((theme) => ({ id: theme.id, name: theme.name, ...countsOf("theme", theme.id) }))
        .filter(({ comments }) => comments > 0),
      stances: Object.entries(stanceNames).map(([id, name]) => ({
        id: id || "not-given",
        name,
        ...countsOf("stance", id),
      })),
    };
  });
}

/** The number of comments that wait for a rep under a LEP, by strategy id. */
export async function countHeldComments(lepId: string): Promise<Map<string, number>> {
  const rows = await db().comment.groupBy({ by: ["strategyId"], where: { lepId, state: "held" }, _count: true });
  return new Map(rows.map(({ strategyId, _count }) => [strategyId, _count]));
}
