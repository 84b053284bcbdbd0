import { listStrategyAnswers } from "@/lib/answers/progress.queries";
import { getLocalFacts } from "@/lib/areas/local-facts.queries";
import { findSubject, type Subject } from "@/lib/areas/subject.rules";
import { getLep } from "@/lib/strategies/lep.queries";
import { listFrontPages } from "@/lib/summaries/overview/front-page.queries";
import { listLepSummaries } from "@/lib/summaries/summary.queries";
import type { SummaryPageId } from "@/lib/summaries/summary-page.rules";

/** The LEP and the subject that an address names; null if either does not exist. */
export async function findLepSubject(params: Promise<{ slug: string; subject: string }>) {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  return lep && subject ? { lep, subject } : null;
}

/** What the first page of a LEP's summary shows, on everything or on one subject. */
export async function loadLepFrontPage(
  lep: { id: string; name: string; strategies: { id: string; areaName: string }[] },
  subject: Subject | null = null,
) {
  const [frontPages, answers] = await Promise.all([
    listLepSummaries(lep.id, subject).then((summaries) => listFrontPages(summaries, subject)),
    listStrategyAnswers(lep.strategies, subject?.themes),
  ]);
  return { name: lep.name, subject, frontPages, answers };
}

/** What one of the pages behind the first shows, or all that they show; of one subject, if given. */
export async function loadLepContent(
  lep: { id: string; name: string; strategies: { id: string; areaName: string }[] },
  subject: Subject | null = null,
  page: SummaryPageId | null = null,
) {
  const isFor = (...pages: SummaryPageId[]) => page === null || pages.includes(page);
  const [summaries, facts, answers] = await Promise.all([
    page === "answers" || page === "area" ? [] : listLepSummaries(lep.id, subject),
    isFor("area") ? getLocalFacts(lep.id) : null,
    isFor("answers", "themes") ? listStrategyAnswers(lep.strategies, subject?.themes) : [],
  ]);
  return { name: lep.name, subject, summaries, facts, answers };
}

/** What the board paper of a LEP shows. */
export async function loadLepPaper(lep: Parameters<typeof loadLepContent>[0], subject: Subject | null = null) {
  const { summaries, ...content } = await loadLepContent(lep, subject);
  return { ...content, frontPages: await listFrontPages(summaries, subject) };
}
