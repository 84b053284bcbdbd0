import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { listCitedComments } from "@/lib/summaries/counts.queries";
import { getCoverage } from "@/lib/summaries/coverage.queries";
import { getRelease } from "@/lib/summaries/releases/release.queries";
import { countedUnderFilter, countHeldComments } from "@/lib/summaries/strategy-counts.queries";
import {
  filterCoverageBySubject,
  filterPartsBySubject,
  findSubjectCounts,
  type SubjectFilter,
} from "@/lib/summaries/subject-filter.rules";
import type { CountRow, LepSummary, SummaryCounts } from "@/lib/summaries/summary.rules";
import {
  assembleParts,
  listCitedIds,
  strategyTotals,
  subjectTotals,
  toCountRow,
  withCitations,
} from "@/lib/summaries/summary-assembly.rules";
import { getSummaryParts } from "@/lib/summaries/summary-part.queries";
import { listPublishedResponses } from "@/lib/unions/responses/published-response.queries";

/**
 * Everything that is said of a LEP, a strategy at a time; of one subject, when one is given. It reads counts that are
 * kept and parts that a job made, and by their ids the few comments that these name: as dear with a million comments
 * as with ten.
 */
export async function listLepSummaries(lepId: string, subject: SubjectFilter | null = null): Promise<LepSummary[]> {
  const [strategies, themes, release, waiting] = await Promise.all([
    db().strategy.findMany({
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
    }),
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, name: true, family: true } }),
    getRelease(lepId),
    countHeldComments(lepId),
  ]);
  const coverage = release && filterCoverageBySubject(await getCoverage(lepId, release), subject);
  return Promise.all(
    strategies.map(async ({ id, areaName, kind, leadBody, tallies, versions }) => {
      const [allParts, responses] = await Promise.all([getSummaryParts(id, lepId), listPublishedResponses(id, null)]);
      const parts = subject ? filterPartsBySubject(allParts, subject) : allParts;
      const comments = await listCitedComments(listCitedIds(parts));
      const countSources = { tallies, part: parts.counts?.content };
      const toThemeRow = ({ id, name }: { id: string; name: string }): CountRow =>
        toCountRow(countSources, "theme", { id, name, number: null });
      const sections = (versions[0]?.sections ?? []).map(({ title, section }) =>
        toCountRow(countSources, "section", { id: section.id, number: section.number, name: title }),
      );
      const foundations = themes
        .filter(({ family }) => family === "foundation")
        .map(({ id, name }) => toCountRow(countSources, "foundation", { id, name, number: null }));
      const counts: SummaryCounts = {
        ...(subject
          ? subjectTotals(findSubjectCounts(allParts, subject))
          : strategyTotals(countSources, waiting.get(id) ?? 0)),
        day: parts.counts?.day ?? null,
        // a comment is in one section and its foundation, whatever its themes
        foundations: subject ? [] : foundations,
        themes: themes
          .filter((theme) => !subject || subject.themes.includes(theme.id))
          .map(toThemeRow)
          .filter((row) => row.comments > 0),
        sections: subject ? [] : sections.filter((row) => row.comments > 0),
        supported: withCitations(parts.counts?.content.supported, comments),
        disputed: withCitations(parts.counts?.content.disputed, comments),
      };
      const strategy = { id, kind: kind.short, areaName, leadTitle: bodyTitle(leadBody) };
      return {
        strategy,
        counts,
        release,
        coverage,
        responses: { items: responses.items, more: responses.next !== null },
        ...assembleParts(parts, comments, new Map(themes.map((t) => [t.id, t.name])), subject),
      };
    }),
  );
}
