import { canAnswer } from "@/lib/answers/answer.policy";
import { db } from "@/lib/database/client";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";

/** Strategies that a body leads or takes part in. */
export const strategiesOfBodyWhere = (bodyId: string) => ({
  OR: [{ leadBodyId: bodyId }, { bodies: { some: { bodyId } } }],
});

export type OfficerStrategy = { id: string; areaName: string; bodyId: string; canAnswer: boolean };

/** A strategy, and the body for which this person is its officer; the lead body comes first. Null for anybody else. */
export async function getOfficerStrategy(person: Person, slug: string): Promise<OfficerStrategy | null> {
  const row = await db().strategy.findFirst({
    where: { id: slug, phase: { in: ["open", "closed", "archived"] } },
    select: { areaName: true, phase: true, leadBodyId: true, bodies: { select: { bodyId: true } } },
  });
  if (!row) return null;
  const bodyId = [row.leadBodyId, ...row.bodies.map((body) => body.bodyId)].find((id) => isOfficerOf(person, id));
  return bodyId ? { id: slug, areaName: row.areaName, bodyId, canAnswer: canAnswer(person, row) } : null;
}
