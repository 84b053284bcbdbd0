import { db } from "@/lib/database/client";

/** Who was named as a respondent when a real strategy was consulted on. */
export type ConsultationEvidence = { description: string; respondents: string[]; hasUnion: boolean; source: string };

/** The first list of named respondents of a strategy's consultation; null when there is none. */
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
