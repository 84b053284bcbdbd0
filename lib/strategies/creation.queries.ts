import { bodyTitle } from "@/lib/areas/body.rules";
import type { NamedItem } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import { isAdmin, officerBodyIds, type Person } from "@/lib/people/person.policy";

/** The bodies for which this person may create a strategy, by title: an officer's own, or all for an admin. */
export async function listOwnLeadBodies(person: Person): Promise<NamedItem[]> {
  const rows = await db().body.findMany({
    where: isAdmin(person) ? {} : { id: { in: officerBodyIds(person) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, kind: { select: { short: true } } },
  });
  return rows.map((body) => ({ id: body.id, name: bodyTitle(body) }));
}

/** Every kind of strategy, by name. */
export const listStrategyKinds = (): Promise<NamedItem[]> =>
  db().strategyKind.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
