import { countSecondFactorAttempt } from "@/lib/auth/attempt-limits";
import { canMakeRecoveryCodes } from "@/lib/auth/second-factors/second-factor.policy";
import { recoveryCodeCount, type StaffSession, type StepUpResult } from "@/lib/auth/second-factors/second-factor.rules";
import {
  completeStepUp,
  endOtherSessions,
  lockFactors,
  recordFactorEvent,
} from "@/lib/auth/second-factors/second-factor.writes";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { keyedHash, randomSecret } from "@/lib/security/encryption";

/**
 * Creates recovery codes of 128 random bits each, and deletes the previous ones.
 * @returns the codes, to be shown once: we store keyed hashes
 * @throws NotFound when they have not completed the second step
 */
export async function makeRecoveryCodes(staff: StaffSession): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, randomSecret);
  const { accountId } = staff;
  await db().$transaction(async (tx) => {
    if (!canMakeRecoveryCodes(staff, await lockFactors(tx, staff))) throw new NotFound();
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(accountId, code) })),
    });
    await endOtherSessions(tx, staff);
    await recordFactorEvent(tx, staff, "people.addFactor", "recovery");
  });
  return codes;
}

/** Completes the second step with a recovery code, which works once. @throws RateLimited */
export async function verifyRecoveryCode(staff: StaffSession, code: string): Promise<StepUpResult> {
  await countSecondFactorAttempt(staff);
  const { accountId } = staff;
  return db().$transaction(async (tx) => {
    await lockFactors(tx, staff);
    const { count } = await tx.recoveryCode.deleteMany({
      where: { accountId, codeHash: hashRecoveryCode(accountId, code) },
    });
    return count === 0 ? "wrong" : { token: await completeStepUp(tx, staff, "recovery") };
  });
}

// no need for argon2: 128 random bits cannot be guessed, and the key is not in the database
const hashRecoveryCode = (accountId: string, code: string) => keyedHash("recovery-code", `${accountId}|${code}`);
