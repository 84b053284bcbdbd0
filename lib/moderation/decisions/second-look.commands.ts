import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isUniqueViolation, transact } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { SecondLookShareInput } from "@/lib/moderation/decisions/decision.schema";
import { listSampledDecisions } from "@/lib/moderation/decisions/second-look.queries";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/**
 * Opens a case, for reps of other unions, on each decision drawn for a second look. A job.
 * @returns how many were opened
 */
export async function openSecondLooks(now = new Date()): Promise<number> {
  let opened = 0;
  for (const { id, deciderUnion: unionId, ...decision } of await listSampledDecisions(now)) {
    try {
      await transact((tx) =>
        openCase(tx, { kind: "second_look", ...decision, reviewedDecision: { decisionId: id, unionId } }),
      );
      opened++;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error; // another process opened it first
    }
  }
  return opened;
}

/**
 * Sets the share of a strategy's decisions that get a second look.
 * @throws NotFound (not an admin, no such strategy)
 */
export async function setSecondLookShare(
  by: Person | "system",
  { strategyId, percent }: SecondLookShareInput,
): Promise<void> {
  if (by !== "system" && !isAdmin(by)) throw new NotFound();
  await db().$transaction(async (tx) => {
    const { count } = await tx.strategy.updateMany({
      where: { id: strategyId },
      data: { secondLookPercent: percent },
    });
    if (count === 0) throw new NotFound("There is no such strategy.");
    const accountId = by === "system" ? null : by.accountId;
    const subject = `strategy:${strategyId}` as const;
    await recordAuditEvent(tx, { action: "moderation.setSecondLookShare", accountId, subject, details: { percent } });
  });
}
