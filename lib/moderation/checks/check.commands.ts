import { recordEvent } from "@/lib/audit/record.writes";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { checks } from "@/lib/moderation/checks/check.rules";
import type { SettingInput } from "@/lib/moderation/checks/check.schema";
import { isAdmin, type Person } from "@/lib/people/person.policy";

/**
 * Switches or tunes a check for one strategy.
 * @throws NotFound (not an admin, no such strategy), Refused (the check has no such figure)
 */
export async function setCheck(by: Person | "system", input: SettingInput): Promise<void> {
  if (by !== "system" && !isAdmin(by)) throw new NotFound();
  const { strategyId, check, isOn, tuning } = input;
  const known = checks.find(({ name }) => name === check)?.tuning ?? {};
  const strange = Object.keys(tuning).filter((figure) => !Object.hasOwn(known, figure));
  if (strange.length > 0) throw new Refused(`The check has no such figure: ${strange.join(", ")}`, "tuning");
  await db().$transaction(async (tx) => {
    if (!(await tx.strategy.findUnique({ where: { id: strategyId }, select: { id: true } }))) throw new NotFound();
    const where = { strategyId_check: { strategyId, check } };
    await tx.checkSetting.upsert({ where, create: { strategyId, check, isOn, tuning }, update: { isOn, tuning } });
    const accountId = by === "system" ? null : by.accountId;
    const subject = `strategy:${strategyId}`;
    await recordEvent(tx, { deed: "moderation.setCheck", accountId, subject, details: { check, isOn: Number(isOn) } });
  });
}
