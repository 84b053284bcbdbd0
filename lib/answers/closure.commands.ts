import { whyNotClose } from "@/lib/answers/answer.policy";
import { closingFacts } from "@/lib/answers/progress.queries";
import { markAnswers } from "@/lib/answers/publication.writes";
import { recordEvent } from "@/lib/audit/record.writes";
import { db, isTaken } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { isOfficerOf, type Person } from "@/lib/people/person.policy";

/**
 * Says that all is answered. Only when every theme with comments has a published answer, and no more can come.
 * @throws NotFound (no such strategy for this person), Refused (with what is missing), Conflict (a colleague was first)
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
      const refusal = whyNotClose(await closingFacts(strategy, tx));
      if (refusal) throw new Refused(refusal);
      await tx.answersClosing.create({ data: { strategyId, closedById: accountId } });
      await recordEvent(tx, { deed: "answers.close", accountId, subject: `strategy:${strategyId}` });
      await markAnswers(tx, strategyId, strategy.leadBodyId);
    });
  } catch (error) {
    if (isTaken(error)) throw new Conflict("A colleague said so just before you.");
    throw error;
  }
}
