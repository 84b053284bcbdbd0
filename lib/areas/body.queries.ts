import { db } from "@/lib/database/client";

type Kind = { id: string; name: string; plural: string; short: string };
export type KindLists = { bodyKinds: (Kind & { bodies: number })[]; strategyKinds: (Kind & { strategies: number })[] };

/** Every kind of body and of strategy by name, with how many there are of each. */
export async function listKinds(): Promise<KindLists> {
  const [bodyKinds, strategyKinds, bodies, strategies] = await Promise.all([
    db().bodyKind.findMany({ orderBy: { name: "asc" } }),
    db().strategyKind.findMany({ orderBy: { name: "asc" } }),
    db().body.groupBy({ by: ["kindId"], _count: true }),
    db().strategy.groupBy({ by: ["kindId"], _count: true }),
  ]);
  const count = (rows: { kindId: string; _count: number }[], id: string) =>
    rows.find(({ kindId }) => kindId === id)?._count ?? 0;
  return {
    bodyKinds: bodyKinds.map((kind) => ({ ...kind, bodies: count(bodies, kind.id) })),
    strategyKinds: strategyKinds.map((kind) => ({ ...kind, strategies: count(strategies, kind.id) })),
  };
}
