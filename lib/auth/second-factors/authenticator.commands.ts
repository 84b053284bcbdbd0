import { offeredSecret } from "@/lib/auth/second-factors/authenticator.queries";
import { canAddFactor, type Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { countTry, note, type Proved, tookStep, withFactors } from "@/lib/auth/second-factors/second-factor.writes";
import { isUsed, stepOf } from "@/lib/auth/second-factors/totp";
import { NotFound } from "@/lib/errors";
import { seal, unseal } from "@/lib/security/encryption";

/**
 * Adds the authenticator app that took this session's secret, in place of the one before, once it gives a right code.
 * Somebody's first way is their second step as well.
 * @throws NotFound when they may not add one now, TooMany
 */
export async function addAuthenticator(staff: Staff, code: string, now = new Date()): Promise<Proved> {
  await countTry(staff);
  const secret = offeredSecret(staff);
  const lastStep = stepOf(secret, code, now);
  return withFactors(staff, async (tx, factors) => {
    if (!canAddFactor(staff, factors)) throw new NotFound();
    if (lastStep === null) return "wrong";
    const { accountId } = staff;
    const kept = { secretSealed: seal("authenticator", Buffer.from(secret).toString("base64")), lastStep };
    await tx.authenticator.upsert({ where: { accountId }, create: { accountId, ...kept }, update: kept });
    await note(tx, staff, "people.addFactor", "authenticator");
    return { token: await tookStep(tx, staff, "authenticator") };
  });
}

/** Takes the second step by a code of the app. A code works once. @throws NotFound when they have none, TooMany */
export async function proveByAuthenticator(staff: Staff, code: string, now = new Date()): Promise<Proved> {
  await countTry(staff);
  return withFactors(staff, async (tx) => {
    const kept = await tx.authenticator.findUnique({ where: { accountId: staff.accountId } });
    if (!kept) throw new NotFound();
    const secret = Uint8Array.from(Buffer.from(unseal("authenticator", kept.secretSealed), "base64"));
    const step = stepOf(secret, code, now);
    if (step === null || isUsed(step, kept.lastStep)) return "wrong";
    await tx.authenticator.update({ where: { id: kept.id }, data: { lastStep: step } });
    return { token: await tookStep(tx, staff, "authenticator") };
  });
}
