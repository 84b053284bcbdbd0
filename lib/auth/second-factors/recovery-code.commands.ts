import { countSecondFactorAttempt } from "@/lib/auth/attempt-limits";
import { canMakeRecoveryCodes } from "@/lib/auth/second-factors/second-factor.policy";
import { recoveryCodeCount, type StaffSession, type StepUpResult } from "@/lib/auth/second-factors/second-factor.rules";
import { completeStepUp, lockFactors, recordFactorEvent } from "@/lib/auth/second-factors/second-factor.writes";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { keyedHash, randomSecret } from "@/lib/security/encryption";

/**
 * Makes recovery codes, 128 random bits each, in place of those before.
 * @returns the codes, for the person alone: we keep keyed hashes, and cannot show them again
 * @throws NotFound when they have not taken the second step
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
    await recordFactorEvent(tx, staff, "people.addFactor", "recovery");
  });
  return codes;
}

/** Takes the second step by a recovery code, which is worth nothing afterwards. @throws RateLimited */
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

// not argon2: nobody guesses 128 random bits, and the key is not in the database
const hashRecoveryCode = (accountId: string, code: string) => keyedHash("recovery-code", `${accountId}|${code}`);
