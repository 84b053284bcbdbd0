import { countSecondFactorAttempt } from "@/lib/auth/attempt-limits";
import { pendingAuthenticatorSecret } from "@/lib/auth/second-factors/authenticator.queries";
import { canAddFactor } from "@/lib/auth/second-factors/second-factor.policy";
import type { StaffSession, StepUpResult } from "@/lib/auth/second-factors/second-factor.rules";
import {
  completeStepUp,
  endOtherSessions,
  lockFactors,
  recordFactorEvent,
} from "@/lib/auth/second-factors/second-factor.writes";
import { isStepUsed, totpStep } from "@/lib/auth/second-factors/totp";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { sealFor, unsealFrom } from "@/lib/security/sealed-columns";

/**
 * Adds, or replaces, the authenticator app that was set up with this session's secret, after a correct code. Adding a
 * first factor completes the second step.
 * @throws NotFound when they may not add one now, RateLimited
 */
export async function addAuthenticator(staff: StaffSession, code: string, now = new Date()): Promise<StepUpResult> {
  await countSecondFactorAttempt(staff);
  const secret = pendingAuthenticatorSecret(staff);
  const lastStep = totpStep(secret, code, now);
  return db().$transaction(async (tx) => {
    if (!canAddFactor(staff, await lockFactors(tx, staff))) throw new NotFound();
    if (lastStep === null) return "wrong";
    const { accountId } = staff;
    const encoded = Buffer.from(secret).toString("base64");
    const authenticator = { secretSealed: sealFor("authenticators.secretSealed", accountId, encoded), lastStep };
    await tx.authenticator.upsert({
      where: { accountId },
      create: { accountId, ...authenticator },
      update: authenticator,
    });
    await endOtherSessions(tx, staff);
    await recordFactorEvent(tx, staff, "people.addFactor", "authenticator");
    return { token: await completeStepUp(tx, staff, "authenticator") };
  });
}

/**
 * Completes the second step with a code of the app, which works once.
 * @throws NotFound (they have no app), RateLimited
 */
export async function verifyAuthenticatorCode(
  staff: StaffSession,
  code: string,
  now = new Date(),
): Promise<StepUpResult> {
  await countSecondFactorAttempt(staff);
  return db().$transaction(async (tx) => {
    await lockFactors(tx, staff);
    const authenticator = await tx.authenticator.findUnique({ where: { accountId: staff.accountId } });
    if (!authenticator) throw new NotFound();
    const encoded = unsealFrom("authenticators.secretSealed", staff.accountId, authenticator.secretSealed);
    const secret = Uint8Array.from(Buffer.from(encoded, "base64"));
    const step = totpStep(secret, code, now);
    if (step === null || isStepUsed(step, authenticator.lastStep)) return "wrong";
    await tx.authenticator.update({ where: { id: authenticator.id }, data: { lastStep: step } });
    return { token: await completeStepUp(tx, staff, "authenticator") };
  });
}
