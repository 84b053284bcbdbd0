import { db } from "@/lib/database/client";

/** Who was named as heard when a real strategy was consulted on. */
export type Consultation = { what: string; named: string[]; hasUnion: boolean; source: string };

/** The evidence on one strategy's consultation, the fullest list of names first. Null when we have none. */
export async function getConsultation(strategyId: string): Promise<Consultation | null> {
  const row = await db().consultationEvidence.findFirst({
    where: { strategyId, named: { not: null } },
    orderBy: { id: "asc" },
    select: { what: true, named: true, unionsNamed: true, source: true },
  });
  if (!row) return null;
  const named = row.named?.split("; ").filter(Boolean) ?? [];
  return { what: row.what, named, hasUnion: row.unionsNamed !== "none named", source: row.source };
}
