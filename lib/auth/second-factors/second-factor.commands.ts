import { canRemoveFactor } from "@/lib/auth/second-factors/second-factor.policy";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { endOtherSessions, lockFactors, recordFactorEvent } from "@/lib/auth/second-factors/second-factor.writes";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";

/**
 * Removes one passkey, or the authenticator app.
 * @throws NotFound when it is not theirs, or is the last of them
 */
export async function removeFactor(staff: StaffSession, which: { passkey: string } | "authenticator"): Promise<void> {
  const { accountId } = staff;
  await db().$transaction(async (tx) => {
    if (!canRemoveFactor(staff, await lockFactors(tx, staff))) throw new NotFound();
    const { count } =
      which === "authenticator"
        ? await tx.authenticator.deleteMany({ where: { accountId } })
        : await tx.passkey.deleteMany({ where: { accountId, id: which.passkey } });
    if (count === 0) throw new NotFound();
    await endOtherSessions(tx, staff);
    await recordFactorEvent(tx, staff, "people.removeFactor", which === "authenticator" ? which : "passkey");
  });
}
