import { paths } from "@/lib/routes";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import type { CountRow } from "@/lib/summaries/counts.rules";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { LepSummary } from "@/lib/summaries/summary.rules";

/** A row of the exported table. `from`: the address of its source. A null `value` is not shown. */
export type SummaryFigure = {
  part: string;
  subject: string;
  what: string;
  value: number | string | null;
  from: string;
};

/** Every figure of a summary in page order, for the CSV and the spreadsheet. */
export function listSummaryFigures(slug: string, summary: LepSummary): SummaryFigure[] {
  const { strategy, counts, release, coverage, opinion, quotations, campaigns, responses, moderation } = summary;
  const strategyPath = paths.strategy(strategy.id);
  const releaseUrl = release ? `/api/v1/leps/${slug}/releases/${release.number}` : "";
  const commentUrl = ({ strategyId, threadId, id }: CitedComment) =>
    `${paths.thread(strategyId, threadId)}#comment-${id}`;
  const figures: SummaryFigure[] = [];
  const add = (part: string, subject: string, from: string, values: Record<string, SummaryFigure["value"]>) => {
    for (const [what, value] of Object.entries(values)) figures.push({ part, subject, what, value, from });
  };
  const addCountRow = (part: string, row: CountRow, from: string) => {
    const { comments, threads, agrees, disagrees, passes } = row;
    add(part, row.name, from, { comments, threads, agrees, disagrees, passes });
  };
  add("said", "all", strategyPath, {
    comments: counts.comments,
    threads: counts.threads,
    ...(counts.waiting !== null && { waiting: counts.waiting }),
    ...counts.reactions,
  });
  for (const row of counts.foundations) addCountRow("said by foundation", row, strategyPath);
  for (const row of counts.themes) addCountRow("said by theme", row, `${strategyPath}/comments?theme=${row.id}`);
  for (const row of counts.sections) addCountRow("said by section", row, paths.section(strategy.id, row.number ?? 1));
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
    add("heard", "all", releaseUrl, { people: peopleInCell(release, {}) });
    for (const { name, people, jobs } of coverage.sectors) add("heard by sector", name, releaseUrl, { people, jobs });
    for (const { name, people, kind } of coverage.districts)
      add("heard by district", name, releaseUrl, { people, kind });
  }
  for (const { name, quotations: items } of quotations?.themes ?? [])
    for (const { citation, text: quotation } of items) add("in their words", name, commentUrl(citation), { quotation });
  for (const { citation, identical, personalised } of campaigns?.campaigns ?? [])
    add("campaigns", citation.text, commentUrl(citation), { identical, personalised });
  for (const { id, unionName, branch, consulted, tookPart } of responses.items)
    add("unions’ responses", [unionName, branch].filter(Boolean).join(", "), paths.response(strategy.id, id), {
      asked: consulted,
      "took part": tookPart,
    });
  if (moderation) {
    const { reasons, ...decisionCounts } = moderation.content;
    add("moderated", "all", paths.transparency, decisionCounts);
    for (const { code, count } of reasons) add("moderated by reason", code ?? "others", paths.transparency, { count });
  }
  return figures;
}
