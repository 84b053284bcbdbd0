import { bodyTitle } from "@/lib/areas/body.rules";
import { db, type Tx } from "@/lib/database/client";
import { isAdmin, officerBodyIds, type Person } from "@/lib/people/person.policy";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";
import { currentVersionArgs } from "@/lib/strategies/strategy.queries";
import type { Phase } from "@/prisma/generated/enums";

/** A strategy whose versions a person may write. */
export type ManagedStrategy = {
  id: string;
  areaName: string;
  kindName: string;
  leadTitle: string;
  leadBodyId: string;
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date | null;
  /** The number of the newest published version; 0 before the first. */
  newestVersion: number;
  hasDraft: boolean;
};

const managedStrategySelect = {
  id: true,
  areaName: true,
  leadBodyId: true,
  phase: true,
  opensAt: true,
  closesAt: true,
  kind: { select: { name: true } },
  leadBody: { select: { name: true, kind: { select: { short: true } } } },
  versions: { ...currentVersionArgs, select: { number: true } },
  draft: { select: { strategyId: true } },
} as const;

type ManagedStrategyRow = Omit<ManagedStrategy, "kindName" | "leadTitle" | "newestVersion" | "hasDraft"> & {
  kind: { name: string };
  leadBody: { name: string; kind: { short: string } };
  versions: { number: number }[];
  draft: object | null;
};

const toManagedStrategy = ({ kind, leadBody, versions, draft, ...row }: ManagedStrategyRow): ManagedStrategy => ({
  ...row,
  kindName: kind.name,
  leadTitle: bodyTitle(leadBody),
  newestVersion: versions[0]?.number ?? 0,
  hasDraft: draft !== null,
});

/** Every strategy whose versions this person may write, by area. */
export async function listManagedStrategies(person: Person): Promise<ManagedStrategy[]> {
  const rows = await db().strategy.findMany({
    where: isAdmin(person) ? {} : { leadBodyId: { in: officerBodyIds(person) } },
    orderBy: { areaName: "asc" },
    select: managedStrategySelect,
  });
  return rows.map(toManagedStrategy);
}

/** Null when it does not exist or this person may not write its versions. */
export async function getManagedStrategy(person: Person, slug: string, tx: Tx = db()): Promise<ManagedStrategy | null> {
  const row = await tx.strategy.findUnique({ where: { id: slug }, select: managedStrategySelect });
  return row && canManageStrategy(person, row) ? toManagedStrategy(row) : null;
}
