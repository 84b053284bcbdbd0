import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { countSecondFactorAttempt } from "@/lib/auth/attempt-limits";
import { canAddFactor } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import type { PasskeyAssertion, PasskeyRegistration } from "@/lib/auth/second-factors/second-factor.schema";
import {
  completeStepUp,
  endOtherSessions,
  lockFactors,
  recordFactorEvent,
} from "@/lib/auth/second-factors/second-factor.writes";
import { db } from "@/lib/database/client";
import { publicOrigin } from "@/lib/env";
import { NotFound, RuleViolation } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";

const failedMessage = "This passkey did not work. Try again, or use another way.";
const relyingParty = () => ({ expectedOrigin: publicOrigin(), expectedRPID: new URL(publicOrigin()).hostname });

/**
 * The options with which the browser creates a passkey.
 * @throws NotFound when they may not add one now
 */
export async function beginPasskeyRegistration(staff: StaffSession) {
  if (!canAddFactor(staff, await countFactors(staff.accountId))) throw new NotFound();
  const options = await generateRegistrationOptions({
    rpName: "At the Table",
    rpID: relyingParty().expectedRPID,
    userName: staff.label,
    userDisplayName: staff.label,
    userID: keyedHash("passkey-user", staff.accountId), // stored on their device, so not one of our ids
    excludeCredentials: await listCredentials(staff),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await saveChallenge(staff, options.challenge);
  return options;
}

/**
 * Adds the passkey that the browser has created. Adding a first factor completes the second step.
 * @returns as completeStepUp does
 * @throws RuleViolation (the response does not match the options), NotFound (they may not add one now)
 */
export async function addPasskey(staff: StaffSession, response: PasskeyRegistration): Promise<string | null> {
  const expectedChallenge = await takeChallenge(staff);
  const verification = await verifyRegistrationResponse({ response, expectedChallenge, ...relyingParty() }).catch(
    () => null,
  );
  if (!verification?.verified) throw new RuleViolation(failedMessage);
  const { id, publicKey, counter } = verification.registrationInfo.credential;
  const credentialId = fromBase64url(id);
  return db().$transaction(async (tx) => {
    if (!canAddFactor(staff, await lockFactors(tx, staff))) throw new NotFound();
    if (await tx.passkey.count({ where: { credentialId } }))
      throw new RuleViolation("This passkey has already been added.");
    const { accountId } = staff;
    const { transports } = response.response;
    await tx.passkey.create({ data: { accountId, credentialId, publicKey, counter: BigInt(counter), transports } });
    await endOtherSessions(tx, staff);
    await recordFactorEvent(tx, staff, "people.addFactor", "passkey");
    return completeStepUp(tx, staff, "passkey");
  });
}

/** The options with which a passkey signs. @throws NotFound (they have none), RateLimited */
export async function beginPasskeyAuthentication(staff: StaffSession) {
  const allowCredentials = await listCredentials(staff);
  if (allowCredentials.length === 0) throw new NotFound();
  await countSecondFactorAttempt(staff);
  const rpID = relyingParty().expectedRPID;
  const options = await generateAuthenticationOptions({ rpID, allowCredentials, userVerification: "required" });
  await saveChallenge(staff, options.challenge);
  return options;
}

/**
 * Completes the second step with a passkey.
 * @returns as completeStepUp does
 * @throws RuleViolation when it is not theirs, or did not sign this session's challenge
 */
export async function verifyPasskey(staff: StaffSession, response: PasskeyAssertion): Promise<string | null> {
  const expectedChallenge = await takeChallenge(staff);
  return db().$transaction(async (tx) => {
    await lockFactors(tx, staff);
    const passkey = await tx.passkey.findFirst({
      where: { accountId: staff.accountId, credentialId: fromBase64url(response.id) },
    });
    if (!passkey) throw new RuleViolation(failedMessage);
    const credential = {
      id: response.id,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
    };
    const verification = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      credential,
      ...relyingParty(),
    }).catch(
      () => null, // it throws for most invalid responses
    );
    if (!verification?.verified) throw new RuleViolation(failedMessage);
    const counter = BigInt(verification.authenticationInfo.newCounter);
    await tx.passkey.update({ where: { id: passkey.id }, data: { counter, usedAt: new Date() } });
    return completeStepUp(tx, staff, "passkey");
  });
}

async function listCredentials({ accountId }: StaffSession) {
  const select = { credentialId: true, transports: true };
  const rows = await db().passkey.findMany({ where: { accountId }, select });
  return rows.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports,
  }));
}

async function saveChallenge({ sessionId }: StaffSession, challenge: string): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId }, data: { challenge: fromBase64url(challenge) } });
}

/** The challenge of this session, which can be used once. @throws RuleViolation when there is none */
async function takeChallenge({ sessionId }: StaffSession): Promise<string> {
  const session = await db().session.findUnique({ where: { id: sessionId }, select: { challenge: true } });
  const challenge = session?.challenge;
  if (!challenge) throw new RuleViolation(failedMessage);
  const cleared = await db().session.updateMany({ where: { id: sessionId, challenge }, data: { challenge: null } });
  if (cleared.count === 0) throw new RuleViolation(failedMessage);
  return Buffer.from(challenge).toString("base64url");
}

const fromBase64url = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));
