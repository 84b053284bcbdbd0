import { paths } from "@/lib/routes";
import { peopleIn } from "@/lib/summaries/releases/release.rules";
import type { SaidRow, WholeSummary } from "@/lib/summaries/summary.rules";

/** One figure of a summary, or one text: where it stands, what it is, and where it comes from. value null: not shown. */
export type Figure = { part: string; subject: string; what: string; value: number | string | null; from: string };

/** Every figure of a summary in one long table, in the page's order, as the CSV and the spreadsheet have it. */
export function figuresOf(slug: string, summary: WholeSummary): Figure[] {
  const { strategy, said, release, coverage, stand, words, campaigns, responses, moderated } = summary;
  const here = paths.strategy(strategy.id);
  const behind = release ? `/api/v1/leps/${slug}/releases/${release.number}` : "";
  const thread = (one: { strategyId: string; threadId: string; id: string }) =>
    `${paths.thread(one.strategyId, one.threadId)}#comment-${one.id}`;
  const figures: Figure[] = [];
  const add = (part: string, subject: string, from: string, values: Record<string, Figure["value"]>) => {
    for (const [what, value] of Object.entries(values)) figures.push({ part, subject, what, value, from });
  };
  const counted = (part: string, row: SaidRow, from: string) => {
    const { comments, threads, agrees, disagrees, passes } = row;
    add(part, row.name, from, { comments, threads, agrees, disagrees, passes });
  };
  add("said", "all", here, {
    comments: said.comments,
    threads: said.threads,
    ...(said.waiting !== null && { waiting: said.waiting }),
    ...said.reactions,
  });
  for (const row of said.foundations) counted("said by foundation", row, here);
  for (const row of said.themes) counted("said by theme", row, `${here}/comments?theme=${row.id}`);
  for (const row of said.sections) counted("said by section", row, paths.section(strategy.id, row.number ?? 1));
  for (const { agrees, disagrees, passes, said: one } of said.supported)
    add("most supported", one.text, thread(one), { agrees, disagrees, passes });
  for (const { agrees, disagrees, passes, said: one } of said.disputed)
    add("splits people", one.text, thread(one), { agrees, disagrees, passes });
  if (stand) {
    add("where people stand", "all", here, { people: stand.content.people, groups: stand.content.groups?.length ?? 0 });
    for (const { name, people } of stand.content.groups ?? [])
      add("where people stand", `group ${name}`, here, { people });
  }
  if (release && coverage) {
    add("heard", "all", behind, { people: peopleIn(release, {}) });
    for (const { name, people, jobs } of coverage.sectors) add("heard by sector", name, behind, { people, jobs });
    for (const { name, people, kind } of coverage.districts) add("heard by district", name, behind, { people, kind });
  }
  for (const { name, quotations } of words?.themes ?? [])
    for (const { said: one, words: quotation } of quotations) add("in their words", name, thread(one), { quotation });
  for (const { said: one, identical, personalised } of campaigns?.campaigns ?? [])
    add("campaigns", one.text, thread(one), { identical, personalised });
  for (const { id, unionName, branch, asked, tookPart } of responses.items)
    add("unions’ responses", [unionName, branch].filter(Boolean).join(", "), paths.response(strategy.id, id), {
      asked,
      "took part": tookPart,
    });
  if (moderated) {
    const { reasons, ...counts } = moderated.content;
    add("moderated", "all", paths.transparency, counts);
    for (const { code, count } of reasons) add("moderated by reason", code ?? "others", paths.transparency, { count });
  }
  return figures;
}
