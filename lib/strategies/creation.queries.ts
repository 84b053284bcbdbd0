import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { isAdmin, type Person } from "@/lib/people/person.policy";

type Option = { value: string; label: string };

/** The bodies for which this person may begin a strategy: an officer their own, an admin all. */
export async function listLeadBodyOptions(person: Person): Promise<Option[]> {
  const ownBodyIds = person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));
  const rows = await db().body.findMany({
    where: isAdmin(person) ? {} : { id: { in: ownBodyIds } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, kind: { select: { short: true } } },
  });
  return rows.map((body) => ({ value: body.id, label: bodyTitle(body) }));
}

/** Every kind of strategy, by name. */
export async function listStrategyKindOptions(): Promise<Option[]> {
  const rows = await db().strategyKind.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
