import type { ClosureFacts } from "@/lib/answers/answer.policy";
import { type AnswerDeadline, answerDeadline } from "@/lib/answers/answer.rules";
import { listPublishedAnswers, type PublishedAnswer } from "@/lib/answers/published-answer.queries";
import { listUnansweredThemes, type ThemeSource } from "@/lib/answers/source.queries";
import { db, type Tx } from "@/lib/database/client";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { Phase } from "@/prisma/generated/enums";

/** How far the answers to a strategy are: the clock, what waits, what is answered. */
export type AnswerProgress = AnswerDeadline & { unanswered: ThemeSource[]; answered: number };

/**
 * Null when there is no consultation here to answer.
 * @param themes count only answers to these, and what waits for one among these; the clock is the strategy's
 */
export async function getAnswerProgress(
  strategyId: string,
  now = new Date(),
  themes?: readonly string[],
): Promise<AnswerProgress | null> {
  const strategy = await db().strategy.findFirst({
    where: { id: strategyId, phase: { in: ["open", "closed", "archived"] } },
    select: { closesAt: true, answersClosure: { select: { closedAt: true } } },
  });
  if (!strategy) return null;
  const themesWhere = themes && { sourceKind: "theme" as const, sourceId: { in: [...themes] } };
  const [unanswered, answered] = await Promise.all([
    listUnansweredThemes(strategyId),
    db().answer.count({ where: { strategyId, publishedRevision: { not: null }, ...themesWhere } }),
  ]);
  return {
    ...answerDeadline(strategy.closesAt, strategy.answersClosure !== null && unanswered.length === 0, now),
    unanswered: themes ? unanswered.filter(({ id }) => themes.includes(id)) : unanswered,
    answered,
  };
}

type ClosableStrategy = { id: string; phase: Phase; closesAt: Date | null };

/** What the guard of closing looks at. An admin who archives a strategy asks it too. */
export async function getClosureFacts(
  strategy: ClosableStrategy,
  tx: Tx = db(),
  now = new Date(),
): Promise<ClosureFacts> {
  const closures = await tx.answersClosure.count({ where: { strategyId: strategy.id } });
  const unanswered = await listUnansweredThemes(strategy.id, tx);
  return { isOver: whyCannotComment(strategy, now) !== null, isClosed: closures > 0, unanswered };
}

export type StrategyAnswers = { slug: string; areaName: string; progress: AnswerProgress; items: PublishedAnswer[] };

/** How far the answers to each of these strategies are, with the newest three; on these themes only, when given. */
export async function listStrategyAnswers(
  strategies: { id: string; areaName: string }[],
  themes?: readonly string[],
): Promise<StrategyAnswers[]> {
  const all = strategies.map(async ({ id, areaName }) => {
    const [progress, published] = await Promise.all([
      getAnswerProgress(id, new Date(), themes),
      listPublishedAnswers({ strategyId: id, themes }),
    ]);
    return progress ? [{ slug: id, areaName, progress, items: published.items.slice(0, 3) }] : [];
  });
  return (await Promise.all(all)).flat();
}
