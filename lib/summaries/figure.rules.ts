import { paths } from "@/lib/routes";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import type { CountRow } from "@/lib/summaries/counts.rules";
import { figurePath, threadsPath } from "@/lib/summaries/figures/figure-filter.rules";
import { type FigureFilter, noneOfThese } from "@/lib/summaries/figures/figure-filter.schema";
import { peopleInCell, peopleOnFoundation } from "@/lib/summaries/releases/release.rules";
import { noPlace, type PlaceCounts } from "@/lib/summaries/scope.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/**
 * A row of the exported table. `from`: the address of its source, for a number of comments of exactly those. A null
 * `value` is not shown.
 */
export type SummaryFigure = {
  part: string;
  subject: string;
  what: string;
  value: number | string | null;
  from: string;
};

/** Every figure of a summary in page order, for the CSV and the spreadsheet. */
export function listSummaryFigures(summary: Summary): SummaryFigure[] {
  const {
    scope,
    strategy,
    places,
    counts,
    release,
    coverage,
    heardByLep,
    opinion,
    quotations,
    campaigns,
    responses,
    moderation,
  } = summary;
  const strategyPath = paths.strategy(strategy.id);
  const releaseUrl = (lepId: string | null, number: number) => `/api/v1/leps/${lepId}/releases/${number}`;
  const commentUrl = ({ strategyId, threadId, id }: CitedComment) => paths.comment(strategyId, threadId, id);
  const figures: SummaryFigure[] = [];
  const add = (part: string, subject: string, from: string, values: Record<string, SummaryFigure["value"]>) => {
    for (const [what, value] of Object.entries(values)) figures.push({ part, subject, what, value, from });
  };
  const addCountRow = (part: string, row: CountRow, filter: FigureFilter) => {
    const { comments, threads, agrees, disagrees, passes } = row;
    const from = figurePath(scope, filter);
    add(part, row.name, from, { comments });
    add(part, row.name, threadsPath(scope, filter), { threads });
    add(part, row.name, from, { agrees, disagrees, passes });
  };
  const addPlace = (subject: string, lepId: string | null, { comments, threads }: PlaceCounts) => {
    add("said by place", subject, figurePath({ strategyId: strategy.id, lepId }), { comments });
    add("said by place", subject, threadsPath({ strategyId: strategy.id, lepId }), { threads });
  };
  add("said", "all", figurePath(scope), { comments: counts.comments });
  add("said", "all", threadsPath(scope), { threads: counts.threads });
  if (counts.waiting) add("said", "all", strategyPath, { waiting: counts.waiting.count });
  add("said", "all", figurePath(scope), { ...counts.reactions });
  for (const { id, name, ...place } of places.leps) addPlace(name, id, place);
  addPlace("no place given", noPlace, places.noPlace);
  addPlace("all", null, places.all);
  for (const row of counts.foundations) addCountRow("said by foundation", row, { foundation: row.id });
  for (const { stance, name, comments, threads } of counts.stances) {
    const filter: FigureFilter = { stance: stance ?? noneOfThese };
    add("said by view", name, figurePath(scope, filter), { comments });
    add("said by view", name, threadsPath(scope, filter), { threads });
  }
  for (const row of counts.themes) addCountRow("said by theme", row, { theme: row.id });
  for (const row of counts.sections) addCountRow("said by section", row, { section: row.number ?? noneOfThese });
  for (const { agrees, disagrees, passes, citation } of counts.supported)
    add("most supported", citation.text, commentUrl(citation), { agrees, disagrees, passes });
  for (const { agrees, disagrees, passes, citation } of counts.disputed)
    add("splits people", citation.text, commentUrl(citation), { agrees, disagrees, passes });
  if (opinion) {
    add("where people stand", "all", strategyPath, {
      people: opinion.content.people,
      groups: opinion.content.groups?.length ?? 0,
    });
    for (const { name, people } of opinion.content.groups ?? [])
      add("where people stand", `group ${name}`, strategyPath, { people });
  }
  if (release && coverage) {
    const from = releaseUrl(scope.lepId, release.number);
    add("heard", "all", from, { people: peopleInCell(release, {}) });
    for (const { id, name } of counts.foundations)
      add("heard by foundation", name, from, { people: peopleOnFoundation(release, id) });
    for (const { name, people, jobs } of coverage.sectors) add("heard by sector", name, from, { people, jobs });
    for (const { name, people, kind } of coverage.districts) add("heard by district", name, from, { people, kind });
  }
  for (const { id, name } of heardByLep ? places.leps : []) {
    const heard = heardByLep?.get(id);
    if (heard) add("heard by LEP", name, releaseUrl(id, heard.number), { people: heard.people });
  }
  for (const { name, quotations: items } of quotations?.themes ?? [])
    for (const { citation, text: quotation } of items) add("in their words", name, commentUrl(citation), { quotation });
  for (const { citation, identical, personalised } of campaigns?.campaigns ?? [])
    for (const [texts, count] of Object.entries({ identical, personalised }))
      add("campaigns", citation.text, figurePath(scope, { campaign: citation.id, texts: texts as "identical" }), {
        [texts]: count,
      });
  for (const { id, unionName, branch, consulted, tookPart } of responses.items)
    add("unions’ responses", [unionName, branch].filter(Boolean).join(", "), paths.response(strategy.id, id), {
      asked: consulted,
      "took part": tookPart,
    });
  if (moderation) {
    const { reasons, ...decisionCounts } = moderation.content;
    add("moderated", "all", paths.transparency, decisionCounts);
    for (const { code, count } of reasons) add("moderated by reason", code, paths.transparency, { count });
  }
  return figures;
}
