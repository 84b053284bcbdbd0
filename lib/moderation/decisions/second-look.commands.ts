import { recordEvent } from "@/lib/audit/record.writes";
import { db, isTaken, transact } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { listDrawn } from "@/lib/moderation/decisions/second-look.queries";
import type { ShareInput } from "@/lib/moderation/decisions/second-look.schema";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/**
 * Opens a case for each decision that was drawn for a second look, with the reps of other unions. For a job.
 * @returns how many
 */
export async function drawSecondLooks(now = new Date()): Promise<number> {
  let opened = 0;
  for (const { id, deciderUnion: unionId, ...drawn } of await listDrawn(now)) {
    try {
      await transact((tx) => openCase(tx, { kind: "second_look", ...drawn, looksAt: { decisionId: id, unionId } }));
      opened++;
    } catch (error) {
      if (!isTaken(error)) throw error; // another process drew it at the same time
    }
  }
  return opened;
}

/** Sets how many of a hundred decisions are looked at again in a strategy. @throws NotFound (not an admin, no such strategy) */
export async function setShare(by: Person | "system", { strategyId, percent }: ShareInput): Promise<void> {
  if (by !== "system" && !isAdmin(by)) throw new NotFound();
  await db().$transaction(async (tx) => {
    const { count } = await tx.strategy.updateMany({
      where: { id: strategyId },
      data: { secondLookPercent: percent },
    });
    if (count === 0) throw new NotFound("There is no such strategy.");
    const accountId = by === "system" ? null : by.accountId;
    const subject = `strategy:${strategyId}`;
    await recordEvent(tx, { deed: "moderation.setSecondLooks", accountId, subject, details: { percent } });
  });
}
