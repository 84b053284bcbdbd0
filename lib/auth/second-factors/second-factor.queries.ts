import type { FactorCounts } from "@/lib/auth/second-factors/second-factor.rules";
import { db, type Tx } from "@/lib/database/client";

/** How many second factors somebody has. */
export async function countFactors(accountId: string, tx: Tx = db()): Promise<FactorCounts> {
  const filter = { where: { accountId } };
  const passkeys = await tx.passkey.count(filter);
  const authenticators = await tx.authenticator.count(filter);
  return { passkeys, authenticators, codes: await tx.recoveryCode.count(filter) };
}

export type PasskeyView = { id: string; addedAt: Date; usedAt: Date | null };

/** Somebody's passkeys, oldest first. */
export function listPasskeys(accountId: string): Promise<PasskeyView[]> {
  return db().passkey.findMany({
    where: { accountId },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    select: { id: true, addedAt: true, usedAt: true },
  });
}
