import type { ClosingFacts } from "@/lib/answers/answer.policy";
import { type Clock, clockOf } from "@/lib/answers/answer.rules";
import { type LedgerEntry, listLedger } from "@/lib/answers/published-answer.queries";
import { listUnanswered, type ThemePoint } from "@/lib/answers/source.queries";
import { whyClosed } from "@/lib/comments/comment.policy";
import { db, type Tx } from "@/lib/database/client";
import type { Phase } from "@/prisma/generated/enums";

/** How far the answers to a strategy are: the clock, what waits, what is answered. */
export type Progress = Clock & { unanswered: ThemePoint[]; answered: number };

/**
 * Null when there is no consultation here to answer.
 * @param themes count only answers to these, and what waits for one among these; the clock is the strategy's
 */
export async function getProgress(
  strategyId: string,
  now = new Date(),
  themes?: readonly string[],
): Promise<Progress | null> {
  const strategy = await db().strategy.findFirst({
    where: { id: strategyId, phase: { in: ["open", "closed", "archived"] } },
    select: { closesAt: true, closing: { select: { closedAt: true } } },
  });
  if (!strategy) return null;
  const only = themes && { pointKind: "theme" as const, pointId: { in: [...themes] } };
  const [unanswered, answered] = await Promise.all([
    listUnanswered(strategyId),
    db().answer.count({ where: { strategyId, shown: { not: null }, ...only } }),
  ]);
  return {
    ...clockOf(strategy.closesAt, strategy.closing !== null && unanswered.length === 0, now),
    unanswered: themes ? unanswered.filter(({ id }) => themes.includes(id)) : unanswered,
    answered,
  };
}

type ClosingRow = { id: string; phase: Phase; closesAt: Date | null };

/** What the guard of closing looks at. An admin who archives a strategy asks it too. */
export async function closingFacts(strategy: ClosingRow, tx: Tx = db(), now = new Date()): Promise<ClosingFacts> {
  const closings = await tx.answersClosing.count({ where: { strategyId: strategy.id } });
  const unanswered = await listUnanswered(strategy.id, tx);
  return { isOver: whyClosed(strategy, now) !== null, isClosed: closings > 0, unanswered };
}

export type AnswersView = { slug: string; areaName: string; progress: Progress; items: LedgerEntry[] };

/** How far the answers to each of these strategies are, with the newest three; on these themes only, when given. */
export async function listAnswersOf(
  strategies: { id: string; areaName: string }[],
  themes?: readonly string[],
): Promise<AnswersView[]> {
  const all = strategies.map(async ({ id, areaName }) => {
    const [progress, ledger] = await Promise.all([
      getProgress(id, new Date(), themes),
      listLedger({ strategyId: id, themes }),
    ]);
    return progress ? [{ slug: id, areaName, progress, items: ledger.items.slice(0, 3) }] : [];
  });
  return (await Promise.all(all)).flat();
}
