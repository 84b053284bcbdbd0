import { cache } from "react";
import { bodyTitle } from "@/lib/areas/body.rules";
import { listThemes, type ThemeView } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import { visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import { listCitedComments } from "@/lib/summaries/cited-comment.queries";
import { listCitedIds, withCitations } from "@/lib/summaries/cited-comment.rules";
import { assembleCounts } from "@/lib/summaries/counts.rules";
import { getCoverage } from "@/lib/summaries/coverage.queries";
import { listWaitingCounts } from "@/lib/summaries/editions/edition.queries";
import { assembleQuotations } from "@/lib/summaries/quotations/quotations.rules";
import { getRelease, listReleasedPeople } from "@/lib/summaries/releases/release.queries";
import { listStrategyPlaces } from "@/lib/summaries/scope.queries";
import { type StrategyPlaces, type SummaryScope, sumTallies } from "@/lib/summaries/scope.rules";
import { countedUnderFilter } from "@/lib/summaries/strategy-counts.queries";
import {
  filterCoverageBySubject,
  filterOpinionBySubject,
  filterPartsBySubject,
  type SubjectFilter,
  subjectPredicate,
} from "@/lib/summaries/subject-filter.rules";
import type { Summary } from "@/lib/summaries/summary.rules";
import { getSummaryParts } from "@/lib/summaries/summary-part.queries";
import { listPublishedResponses } from "@/lib/unions/responses/published-response.queries";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The summaries of a LEP, one for each strategy that counts comments under it; of one subject, if given. It reads
 * tallies, stored parts and the few comments that these cite, so its cost does not grow with the number of comments.
 */
export async function listLepSummaries(lepId: string, subject: SubjectFilter | null = null): Promise<Summary[]> {
  const [strategies, themes, release] = await Promise.all([
    listSummarisedStrategies(countedUnderFilter([lepId]), { lepId }),
    listThemes(),
    getRelease(lepId),
  ]);
  const [places, waiting, coverage] = await Promise.all([
    listStrategyPlaces(strategies.map(({ id }) => id)),
    listWaitingCounts(lepId),
    release && getCoverage(lepId, release),
  ]);
  return Promise.all(
    strategies.map((strategy) => {
      const { id } = strategy;
      const facts = { strategy, places: places.get(id), waiting: waiting.get(id) ?? null, themes };
      const people = { release, coverage: coverage && filterCoverageBySubject(coverage, subject), heardByLep: null };
      return summarise({ strategyId: id, lepId }, facts, people, subject);
    }),
  );
}

/** The summary of all comments on a strategy, whatever the place; null when the strategy is not visible. */
export const getStrategySummary = cache(async (strategyId: string): Promise<Summary | null> => {
  const [[strategy], themes, places, waiting] = await Promise.all([
    listSummarisedStrategies({ id: strategyId, ...visibleStrategyWhere }, {}),
    listThemes(),
    listStrategyPlaces([strategyId]),
    listWaitingCounts(null),
  ]);
  if (!strategy) return null;
  const ownPlaces = places.get(strategyId);
  const heardByLep = await listReleasedPeople((ownPlaces?.leps ?? []).map(({ id }) => id));
  const facts = { strategy, places: ownPlaces, waiting: waiting.get(strategyId) ?? null, themes };
  return summarise({ strategyId, lepId: null }, facts, { release: null, coverage: null, heardByLep }, null);
});

type SummaryFacts = {
  strategy: SummarisedStrategy;
  places: StrategyPlaces | undefined;
  waiting: number | null;
  themes: ThemeView[];
};

async function summarise(
  scope: SummaryScope,
  { strategy: { tallies, sections, ...strategy }, places, waiting, themes }: SummaryFacts,
  people: Pick<Summary, "release" | "coverage" | "heardByLep">,
  subject: SubjectFilter | null,
): Promise<Summary> {
  const [allParts, responses] = await Promise.all([getSummaryParts(scope), listPublishedResponses(strategy.id, null)]);
  const parts = subject ? filterPartsBySubject(allParts, subject) : allParts;
  const { opinion, quotations, campaigns, moderation } = parts;
  const comments = await listCitedComments(listCitedIds(parts));
  const isAbout = subjectPredicate(subject, comments);
  const themeNames = new Map(themes.map(({ id, name }) => [id, name]));
  const countSources = { tallies, part: parts.counts, themes, sections, waiting };
  return {
    scope,
    strategy,
    places: places ?? { all: { comments: 0, threads: 0 }, leps: [], noPlace: { comments: 0, threads: 0 } },
    counts: assembleCounts(countSources, comments, subject),
    ...people,
    opinion: opinion ? { day: opinion.day, content: filterOpinionBySubject(opinion.content, isAbout), comments } : null,
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
}

type SummarisedStrategy = Awaited<ReturnType<typeof listSummarisedStrategies>>[number];

/** These strategies with their tallies, under one LEP or all of them, and the sections of the newest version. */
async function listSummarisedStrategies(where: Prisma.StrategyWhereInput, tallyWhere: { lepId?: string }) {
  const rows = await db().strategy.findMany({
    where,
    orderBy: { areaName: "asc" },
    select: {
      id: true,
      areaName: true,
      kind: { select: { short: true } },
      leadBody: { select: { name: true, kind: { select: { short: true } } } },
      tallies: { where: tallyWhere },
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
    tallies: sumTallies(tallies),
    sections: (versions[0]?.sections ?? []).map(({ title, section }) => ({ ...section, name: title })),
  }));
}
