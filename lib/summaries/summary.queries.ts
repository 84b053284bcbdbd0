import { db } from "@/lib/database/client";
import { bodyTitle } from "@/lib/strategies/strategy.rules";
import { listNamedComments } from "@/lib/summaries/counts.queries";
import { getCoverage } from "@/lib/summaries/coverage.queries";
import { getRelease } from "@/lib/summaries/releases/release.queries";
import { countWaiting, heardUnder } from "@/lib/summaries/strategy-counts.queries";
import { countedOf, type Narrow, narrowCoverage, narrowParts } from "@/lib/summaries/subject-filter.rules";
import type { Said, SaidRow, WholeSummary } from "@/lib/summaries/summary.rules";
import { namedIn, rated, restOf, rowOf, totals, totalsOf } from "@/lib/summaries/summary-assembly.rules";
import { getParts } from "@/lib/summaries/summary-part.queries";
import { listResponses } from "@/lib/unions/responses/published-response.queries";

/**
 * Everything that is said of a LEP, a strategy at a time; of one subject, when one is given. It reads counts that are
 * kept and parts that a job made, and by their ids the few comments that these name: as dear with a million comments
 * as with ten.
 */
export async function getWholeSummary(lepId: string, subject: Narrow | null = null): Promise<WholeSummary[]> {
  const [strategies, themes, release, waiting] = await Promise.all([
    db().strategy.findMany({
      where: heardUnder([lepId]),
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
    countWaiting(lepId),
  ]);
  const coverage = release && narrowCoverage(await getCoverage(lepId, release), subject);
  return Promise.all(
    strategies.map(async ({ id, areaName, kind, leadBody, tallies, versions }) => {
      const [all, responses] = await Promise.all([getParts(id, lepId), listResponses(id, null)]);
      const parts = subject ? narrowParts(all, subject) : all;
      const comments = await listNamedComments(namedIn(parts));
      const counted = { tallies, part: parts.said?.content };
      const named = (one: { id: string; name: string }): SaidRow => rowOf(counted, "theme", { ...one, number: null });
      const sections = (versions[0]?.sections ?? []).map(({ title, section }) =>
        rowOf(counted, "section", { id: section.id, number: section.number, name: title }),
      );
      const foundations = themes
        .filter(({ family }) => family === "foundation")
        .map((one) => rowOf(counted, "foundation", { id: one.id, name: one.name, number: null }));
      const said: Said = {
        ...(subject ? totalsOf(countedOf(all, subject)) : totals(counted, waiting.get(id) ?? 0)),
        day: parts.said?.day ?? null,
        // a comment is in one section and its foundation, whatever its themes
        foundations: subject ? [] : foundations,
        themes: themes
          .filter((one) => !subject || subject.themes.includes(one.id))
          .map(named)
          .filter((one) => one.comments > 0),
        sections: subject ? [] : sections.filter((one) => one.comments > 0),
        supported: rated(parts.said?.content.supported, comments),
        disputed: rated(parts.said?.content.disputed, comments),
      };
      const strategy = { id, kind: kind.short, areaName, leadTitle: bodyTitle(leadBody) };
      return {
        strategy,
        said,
        release,
        coverage,
        responses: { items: responses.items, more: responses.next !== null },
        ...restOf(parts, comments, new Map(themes.map((t) => [t.id, t.name])), subject),
      };
    }),
  );
}
