import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { NotFound } from "@/lib/errors";
import { listStrategyModes } from "@/lib/moderation/modes/mode.queries";
import type { Person } from "@/lib/people/person.policy";
import type { ModerationMode } from "@/prisma/generated/enums";

/**
 * Chooses whether comments on a strategy are published before or after a rep reads them. It holds for comments sent from
 * now on. Choosing the present mode changes nothing.
 * @throws NotFound (not theirs to choose, no such strategy)
 */
export async function chooseMode(person: Person, strategyId: string, mode: ModerationMode): Promise<void> {
  await db().$transaction(async (tx) => {
    const [strategy] = await listStrategyModes(person, strategyId, tx);
    if (!strategy || person.accountId === null) throw new NotFound();
    const where = { id: strategyId, moderation: { not: mode } };
    const { count } = await tx.strategy.updateMany({ where, data: { moderation: mode } });
    if (count === 0) return;
    const subject = `strategy:${strategyId}` as const;
    await recordAuditEvent(tx, {
      action: "moderation.chooseMode",
      accountId: person.accountId,
      subject,
      details: { mode },
    });
    await invalidateTags(tx, subject);
  });
}
