import { db } from "@/lib/database/client";

/** Who was named as heard when a real strategy was consulted on. */
export type ConsultationEvidence = { description: string; respondents: string[]; hasUnion: boolean; source: string };

/** The evidence on one strategy's consultation, the fullest list of names first. Null when we have none. */
export async function getConsultationEvidence(strategyId: string): Promise<ConsultationEvidence | null> {
  const row = await db().consultationEvidence.findFirst({
    where: { strategyId, named: { not: null } },
    orderBy: { id: "asc" },
    select: { what: true, named: true, unionsNamed: true, source: true },
  });
  if (!row) return null;
  const respondents = row.named?.split("; ").filter(Boolean) ?? [];
  return { description: row.what, respondents, hasUnion: row.unionsNamed !== "none named", source: row.source };
}
