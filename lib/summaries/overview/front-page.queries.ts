import { listMappedComments } from "@/lib/summaries/overview/agreement-map.queries";
import { buildAgreementMap } from "@/lib/summaries/overview/agreement-map.rules";
import type { SummaryFrontPage } from "@/lib/summaries/overview/front-page.rules";
import { getTimeline } from "@/lib/summaries/overview/timeline.queries";
import { buildTimeline } from "@/lib/summaries/overview/timeline.rules";
import type { SubjectFilter } from "@/lib/summaries/subject-filter.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** The first pages of these summaries: two statements for each. */
export function listFrontPages(
  summaries: Summary[],
  subject: SubjectFilter | null = null,
  now = new Date(),
): Promise<SummaryFrontPage[]> {
  return Promise.all(
    summaries.map(async (summary) => {
      const [comments, facts] = await Promise.all([
        listMappedComments(summary.scope, subject?.themes ?? null),
        getTimeline(summary.strategy.id, now),
      ]);
      return { summary, agreementMap: buildAgreementMap(comments), timeline: buildTimeline(facts, now) };
    }),
  );
}
