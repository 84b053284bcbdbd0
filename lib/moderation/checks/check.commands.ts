import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { checks } from "@/lib/moderation/checks/check.rules";
import type { CheckSettingInput } from "@/lib/moderation/checks/check.schema";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/**
 * Switches a check on or off for one strategy, and sets its thresholds.
 * @throws NotFound (not an admin, no such strategy), RuleViolation (the check has no such threshold)
 */
export async function updateCheckSetting(by: Person | "system", input: CheckSettingInput): Promise<void> {
  if (by !== "system" && !isAdmin(by)) throw new NotFound();
  const { strategyId, check, isEnabled, thresholds } = input;
  const knownThresholds = checks.find(({ name }) => name === check)?.thresholds ?? {};
  const unknownThresholds = Object.keys(thresholds).filter((threshold) => !Object.hasOwn(knownThresholds, threshold));
  if (unknownThresholds.length > 0)
    throw new RuleViolation(`The check has no such figure: ${unknownThresholds.join(", ")}`, "thresholds");
  await db().$transaction(async (tx) => {
    if (!(await tx.strategy.findUnique({ where: { id: strategyId }, select: { id: true } }))) throw new NotFound();
    const where = { strategyId_check: { strategyId, check } };
    await tx.checkSetting.upsert({
      where,
      create: { strategyId, check, isEnabled, thresholds },
      update: { isEnabled, thresholds },
    });
    const accountId = by === "system" ? null : by.accountId;
    const subject = `strategy:${strategyId}` as const;
    await recordAuditEvent(tx, {
      action: "moderation.setCheck",
      accountId,
      subject,
      details: { check, isEnabled: Number(isEnabled) },
    });
  });
}
