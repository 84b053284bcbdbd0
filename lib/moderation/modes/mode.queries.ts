import { db, type Tx } from "@/lib/database/client";
import { canChooseMode, type ModeratedStrategy } from "@/lib/moderation/modes/mode.policy";
import { liveGrants } from "@/lib/people/grant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { ModerationMode, Phase } from "@/prisma/generated/enums";

/** A strategy, and when reps read what is written on it. */
export type StrategyMode = ModeratedStrategy & { id: string; areaName: string; phase: Phase; mode: ModerationMode };

/** The strategies of which this person chooses when reps read the comments, by area. @param id only this one */
export async function listStrategyModes(person: Person, id?: string, tx: Tx = db()): Promise<StrategyMode[]> {
  const strategies = await tx.strategy.findMany({
    where: { id, phase: { not: "archived" } },
    orderBy: { areaName: "asc" },
    select: { id: true, areaName: true, leadBodyId: true, phase: true, moderation: true },
  });
  const reps = await tx.grant.findMany({
    where: { role: "rep", bodyId: { in: strategies.map(({ leadBodyId }) => leadBodyId) }, ...liveGrants() },
    distinct: ["bodyId", "unionId"],
    select: { bodyId: true, unionId: true },
  });
  return strategies
    .map(({ moderation: mode, ...strategy }) => ({
      ...strategy,
      mode,
      unionIds: reps.flatMap(({ bodyId, unionId }) => (unionId && bodyId === strategy.leadBodyId ? [unionId] : [])),
    }))
    .filter((strategy) => canChooseMode(person, strategy));
}
