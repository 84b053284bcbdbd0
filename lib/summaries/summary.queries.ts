import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { listCitedComments } from "@/lib/summaries/cited-comment.queries";
import { listCitedIds, withCitations } from "@/lib/summaries/cited-comment.rules";
import { assembleCounts } from "@/lib/summaries/counts.rules";
import { getCoverage } from "@/lib/summaries/coverage.queries";
import { assembleQuotations } from "@/lib/summaries/quotations/quotations.rules";
import { getRelease } from "@/lib/summaries/releases/release.queries";
import { countedUnderFilter, countHeldComments } from "@/lib/summaries/strategy-counts.queries";
import {
  filterCoverageBySubject,
  filterOpinionBySubject,
  filterPartsBySubject,
  type SubjectFilter,
  subjectPredicate,
} from "@/lib/summaries/subject-filter.rules";
import type { LepSummary } from "@/lib/summaries/summary.rules";
import { getSummaryParts } from "@/lib/summaries/summary-part.queries";
import { listPublishedResponses } from "@/lib/unions/responses/published-response.queries";

/**
 * The summaries of a LEP, one for each strategy that counts comments under it; of one subject, if given. It reads
 * tallies, stored parts and the few comments that these cite, so its cost does not grow with the number of comments.
 */
export async function listLepSummaries(lepId: string, subject: SubjectFilter | null = null): Promise<LepSummary[]> {
  const [strategies, themes, release, waiting] = await Promise.all([
    listSummarisedStrategies(lepId),
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true, family: true } }),
    getRelease(lepId),
    countHeldComments(lepId),
  ]);
  const coverage = release && filterCoverageBySubject(await getCoverage(lepId, release), subject);
  const themeNames = new Map(themes.map(({ id, name }) => [id, name]));
  return Promise.all(
    strategies.map(async ({ tallies, sections, ...strategy }) => {
      const [allParts, responses] = await Promise.all([
        getSummaryParts(strategy.id, lepId),
        listPublishedResponses(strategy.id, null),
      ]);
      const parts = subject ? filterPartsBySubject(allParts, subject) : allParts;
      const { opinion, quotations, campaigns, moderation } = parts;
      const comments = await listCitedComments(listCitedIds(parts));
      const isAbout = subjectPredicate(subject, comments);
      const countSources = { tallies, part: parts.counts, themes, sections, waiting: waiting.get(strategy.id) ?? 0 };
      return {
        strategy,
        counts: assembleCounts(countSources, comments, subject),
        release,
        coverage,
        opinion: opinion
          ? { day: opinion.day, content: filterOpinionBySubject(opinion.content, isAbout), comments }
          : null,
        quotations: quotations
          ? { day: quotations.day, themes: assembleQuotations(quotations.content, comments, themeNames) }
          : null,
        responses: { items: responses.items, more: responses.next !== null },
        campaigns: campaigns
          ? {
              day: campaigns.day,
              campaigns: withCitations(campaigns.content, comments).filter(({ comment }) => isAbout(comment)),
            }
          : null,
        moderation: moderation ?? null,
      };
    }),
  );
}

/** The strategies that count comments under a LEP, with their tallies there and the sections of the newest version. */
async function listSummarisedStrategies(lepId: string) {
  const rows = await db().strategy.findMany({
    where: countedUnderFilter([lepId]),
    orderBy: { areaName: "asc" },
    select: {
      id: true,
      areaName: true,
      kind: { select: { short: true } },
      leadBody: { select: { name: true, kind: { select: { short: true } } } },
      tallies: { where: { lepId } },
      versions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: {
          sections: {
            orderBy: { position: "asc" },
            select: { title: true, section: { select: { id: true, number: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ id, areaName, kind, leadBody, tallies, versions }) => ({
    id,
    kind: kind.short,
    areaName,
    leadTitle: bodyTitle(leadBody),
    tallies,
    sections: (versions[0]?.sections ?? []).map(({ title, section }) => ({ ...section, name: title })),
  }));
}
