import { canMakeCodes, type Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { codeCount } from "@/lib/auth/second-factors/second-factor.rules";
import { countTry, note, type Proved, tookStep, withFactors } from "@/lib/auth/second-factors/second-factor.writes";
import { NotFound } from "@/lib/errors";
import { keyedHash, randomSecret } from "@/lib/security/encryption";

/**
 * Makes recovery codes, 128 random bits each, in place of those before.
 * @returns the codes, for the person alone: we keep keyed hashes, and cannot show them again
 * @throws NotFound when they have not taken the second step
 */
export async function makeRecoveryCodes(staff: Staff): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, randomSecret);
  const { accountId } = staff;
  await withFactors(staff, async (tx, factors) => {
    if (!canMakeCodes(staff, factors)) throw new NotFound();
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: hashOf(accountId, code) })) });
    await note(tx, staff, "people.addFactor", "recovery");
  });
  return codes;
}

/** Takes the second step by a recovery code, which is worth nothing afterwards. @throws TooMany */
export async function proveByRecoveryCode(staff: Staff, code: string): Promise<Proved> {
  await countTry(staff);
  const { accountId } = staff;
  return withFactors(staff, async (tx) => {
    const { count } = await tx.recoveryCode.deleteMany({ where: { accountId, codeHash: hashOf(accountId, code) } });
    return count === 0 ? "wrong" : { token: await tookStep(tx, staff, "recovery") };
  });
}

// not argon2: nobody guesses 128 random bits, and the key is not in the database
const hashOf = (accountId: string, code: string) => keyedHash("recovery-code", `${accountId}|${code}`);
