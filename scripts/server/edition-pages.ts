import { db } from "@/lib/database/client";
import { paths } from "@/lib/routes";
import { maxWarmPages } from "@/lib/server/page-warmer";
import { listSummaryPages } from "@/lib/summaries/summary-page.rules";

const lepPages = listSummaryPages({ isLep: true, isSubject: false });
const strategyPages = listSummaryPages({ isLep: false, isSubject: false });

/** The addresses of pages that move with editions, those that most people read first, up to the limit. */
export async function listEditionPages(): Promise<string[]> {
  const strategies = await db().strategy.findMany({
    where: { phase: { in: ["open", "closed"] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      leadBodyId: true,
      sections: { select: { number: true }, orderBy: { number: "asc" } },
      bodies: { select: { bodyId: true } },
    },
  });
  const bodyIds = new Set(
    strategies.flatMap(({ leadBodyId, bodies }) => [leadBodyId, ...bodies.map(({ bodyId }) => bodyId)]),
  );
  const leps = await db().body.findMany({ where: { id: { in: [...bodyIds] }, isCounted: true }, select: { id: true } });
  const threads = await db().thread.findMany({
    where: { strategyId: { in: strategies.map(({ id }) => id) }, week: { not: null } },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take: maxWarmPages,
    select: { id: true, strategyId: true },
  });
  return [
    ...[paths.home, paths.strategies, paths.leps, paths.england, paths.transparency],
    ...strategies.flatMap(({ id }) => [paths.strategy(id), paths.comments(id), paths.strategySummary(id)]),
    ...leps.map(({ id }) => paths.lep(id)),
    ...strategies.flatMap(({ id, sections }) => sections.map(({ number }) => paths.section(id, number))),
    ...strategies.map(({ id }) => paths.editions(id)),
    ...threads.map(({ id, strategyId }) => paths.thread(strategyId, id)),
    ...leps.flatMap(({ id }) => lepPages.map((page) => paths.lepSummaryPage(id, page))),
    ...strategies.flatMap(({ id }) => strategyPages.map((page) => paths.strategySummaryPage(id, page))),
  ].slice(0, maxWarmPages);
}
