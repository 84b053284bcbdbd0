import { bodyTitle } from "@/lib/areas/body.rules";
import { searchKey } from "@/lib/areas/search-key";
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

/** What needs work first: what is open, what is being written, then what is over or was never consulted on. */
const phaseOrder: Phase[] = ["open", "checked", "draft", "closed", "archived", "reference"];

/**
 * The strategies whose versions this person may write, those that are open first, then by area.
 * @param search part of the name of the area or of its lead body; all, when it is empty
 */
export async function listManagedStrategies(person: Person, search = ""): Promise<ManagedStrategy[]> {
  const rows = await db().strategy.findMany({
    where: isAdmin(person) ? {} : { leadBodyId: { in: officerBodyIds(person) } },
    orderBy: { areaName: "asc" },
    select: managedStrategySelect,
  });
  const wanted = searchKey(search);
  return rows
    .map(toManagedStrategy)
    .filter(({ areaName, leadTitle }) => searchKey(`${areaName} ${leadTitle}`).includes(wanted))
    .sort((a, b) => phaseOrder.indexOf(a.phase) - phaseOrder.indexOf(b.phase));
}

/** Null when it does not exist or this person may not write its versions. */
export async function getManagedStrategy(person: Person, slug: string, tx: Tx = db()): Promise<ManagedStrategy | null> {
  const row = await tx.strategy.findUnique({ where: { id: slug }, select: managedStrategySelect });
  return row && canManageStrategy(person, row) ? toManagedStrategy(row) : null;
}
