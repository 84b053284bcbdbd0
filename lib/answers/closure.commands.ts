import { whyCannotCloseAnswers } from "@/lib/answers/answer.policy";
import { getClosureFacts } from "@/lib/answers/progress.queries";
import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isUniqueViolation } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";

/**
 * Marks the answers to a strategy as complete: it takes no more comments, and every theme with comments has a published
 * answer.
 * @throws NotFound (not an officer of its lead body), RuleViolation (names what is missing), Conflict (already marked)
 */
export async function closeAnswers(person: Person, strategyId: string): Promise<void> {
  const { accountId } = person;
  try {
    await db().$transaction(async (tx) => {
      const strategy = await tx.strategy.findUnique({
        where: { id: strategyId },
        select: { id: true, leadBodyId: true, phase: true, closesAt: true },
      });
      if (!accountId || !strategy || !isOfficerOf(person, strategy.leadBodyId)) throw new NotFound();
      const refusal = whyCannotCloseAnswers(await getClosureFacts(strategy, tx));
      if (refusal) throw new RuleViolation(refusal);
      await tx.answersClosure.create({ data: { strategyId, closedById: accountId } });
      await recordAuditEvent(tx, { action: "answers.close", accountId, subject: `strategy:${strategyId}` });
      await invalidateStrategyPages(tx, strategyId);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict("A colleague has just done this.");
    throw error;
  }
}
