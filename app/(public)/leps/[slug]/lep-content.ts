import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { findSubject, type Subject } from "@/lib/areas/subject.rules";
import { getLep } from "@/lib/strategies/lep.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

/** The LEP and the subject that an address names; null if either does not exist. */
export async function findLepSubject(params: Promise<{ slug: string; subject: string }>) {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  return lep && subject ? { lep, subject } : null;
}

/** What LepSummary shows on a LEP's page, its pages by subject and their board papers. */
export async function loadLepContent(
  lep: { id: string; name: string; strategies: { id: string; areaName: string }[] },
  subject: Subject | null = null,
) {
  const [summaries, facts, answers] = await Promise.all([
    listLepSummaries(lep.id, subject),
    getLocalFacts(lep.id),
    listStrategyAnswers(lep.strategies, subject?.themes),
  ]);
  return { name: lep.name, subject, summaries, facts, answers };
}
