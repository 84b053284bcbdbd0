import { db } from "@/lib/db";
import type { Deed } from "@/prisma/generated/enums";

/** How one lead body's threads are moderated, in counts, and the head of its chain of decisions. */
export type BodyRecord = {
  bodyId: string;
  name: string;
  /** Cases that wait for a rep. */
  waiting: number;
  decisions: { deed: Deed; reason: string | null; count: number }[];
  /** length: decisions so far; head: hash of the last one, hexadecimal. */
  chain: { length: number; head: string };
};

/** Every lead body that has decided, or has something to decide, by name. */
export async function listRecords(): Promise<BodyRecord[]> {
  const [counts, heads, cases, bodies] = await Promise.all([
    db().decision.groupBy({
      by: ["chainId", "deed", "reason"],
      _count: true,
      orderBy: [{ deed: "asc" }, { reason: "asc" }],
    }),
    db().decision.findMany({
      distinct: ["chainId"],
      orderBy: [{ chainId: "asc" }, { sequence: "desc" }],
      select: { chainId: true, sequence: true, hash: true },
    }),
    db().case.groupBy({ by: ["strategyId"], where: { state: "open" }, _count: true }),
    db().body.findMany({
      where: { leads: { some: {} } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, leads: { select: { id: true } } },
    }),
  ]);
  return bodies
    .map(({ id, name, leads }) => {
      const head = heads.find(({ chainId }) => chainId === id);
      const waiting = cases.filter(({ strategyId }) => leads.some((strategy) => strategy.id === strategyId));
      return {
        bodyId: id,
        name,
        waiting: waiting.reduce((sum, { _count }) => sum + _count, 0),
        decisions: counts
          .filter(({ chainId }) => chainId === id)
          .map(({ deed, reason, _count }) => ({ deed, reason, count: _count })),
        chain: { length: head?.sequence ?? 0, head: head ? Buffer.from(head.hash).toString("hex") : "" },
      };
    })
    .filter(({ waiting, chain }) => waiting > 0 || chain.length > 0);
}
