import type { ClosureFacts } from "@/lib/answers/answer.policy";
import { type AnswerDeadline, answerDeadline } from "@/lib/answers/answer.rules";
import { listPublishedAnswers, type PublishedAnswer } from "@/lib/answers/published-answer.queries";
import { listUnansweredThemes, type ThemeSource } from "@/lib/answers/source.queries";
import { db, type Tx } from "@/lib/database/client";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { Phase } from "@/prisma/generated/enums";

/** The deadline of the answers to a strategy, the themes without an answer, and the number of answers. */
export type AnswerProgress = AnswerDeadline & { unanswered: ThemeSource[]; answered: number };

/**
 * Null when the strategy is not open, closed or archived.
 * @param themes counts only answers to these themes; the deadline is the strategy's in any case
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

/** The facts that decide whether answers can be marked as complete, and whether a strategy can be archived. */
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

/** The progress and the newest three answers of each of these strategies, only on `themes` where given. */
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
