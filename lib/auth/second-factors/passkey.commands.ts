import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { canAddFactor, type Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import type { NewPasskey, SignedByPasskey } from "@/lib/auth/second-factors/second-factor.schema";
import { countTry, note, tookStep, withFactors } from "@/lib/auth/second-factors/second-factor.writes";
import { db } from "@/lib/database/client";
import { ourOrigin } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";

const failed = "This passkey did not work. Try again, or use another way.";
const ours = () => ({ expectedOrigin: ourOrigin(), expectedRPID: new URL(ourOrigin()).hostname });

/**
 * What the browser needs to make a passkey.
 * @throws NotFound when they may not add one now
 */
export async function offerPasskey(staff: Staff) {
  if (!canAddFactor(staff, await countFactors(staff.accountId))) throw new NotFound();
  const options = await generateRegistrationOptions({
    rpName: "At the Table",
    rpID: ours().expectedRPID,
    userName: staff.label,
    userDisplayName: staff.label,
    userID: keyedHash("passkey-user", staff.accountId), // kept in their device: no number of ours
    excludeCredentials: await known(staff),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await keepChallenge(staff, options.challenge);
  return options;
}

/**
 * Adds the passkey that the browser has made. Somebody's first is their second step as well.
 * @returns as tookStep does
 * @throws Refused (it is not what was asked for), NotFound (they may not add one now)
 */
export async function addPasskey(staff: Staff, response: NewPasskey): Promise<string | null> {
  const expectedChallenge = await takeChallenge(staff);
  const made = await verifyRegistrationResponse({ response, expectedChallenge, ...ours() }).catch(() => null);
  if (!made?.verified) throw new Refused(failed);
  const { id, publicKey, counter } = made.registrationInfo.credential;
  const credentialId = asBytes(id);
  return withFactors(staff, async (tx, factors) => {
    if (!canAddFactor(staff, factors)) throw new NotFound();
    if (await tx.passkey.count({ where: { credentialId } })) throw new Refused("This passkey is here already.");
    const { accountId } = staff;
    const { transports } = response.response;
    await tx.passkey.create({ data: { accountId, credentialId, publicKey, counter: BigInt(counter), transports } });
    await note(tx, staff, "people.addFactor", "passkey");
    return tookStep(tx, staff, "passkey");
  });
}

/** What the browser needs to have a passkey sign. @throws NotFound when they have none, TooMany */
export async function askPasskey(staff: Staff) {
  const allowCredentials = await known(staff);
  if (allowCredentials.length === 0) throw new NotFound();
  await countTry(staff);
  const rpID = ours().expectedRPID;
  const options = await generateAuthenticationOptions({ rpID, allowCredentials, userVerification: "required" });
  await keepChallenge(staff, options.challenge);
  return options;
}

/**
 * Takes the second step by a passkey.
 * @returns as tookStep does
 * @throws Refused when it is not theirs, or did not sign what was asked
 */
export async function proveByPasskey(staff: Staff, response: SignedByPasskey): Promise<string | null> {
  const expectedChallenge = await takeChallenge(staff);
  return withFactors(staff, async (tx) => {
    const kept = await tx.passkey.findFirst({
      where: { accountId: staff.accountId, credentialId: asBytes(response.id) },
    });
    if (!kept) throw new Refused(failed);
    const credential = { id: response.id, publicKey: Uint8Array.from(kept.publicKey), counter: Number(kept.counter) };
    const signed = await verifyAuthenticationResponse({ response, expectedChallenge, credential, ...ours() }).catch(
      () => null, // it throws for most of what is wrong
    );
    if (!signed?.verified) throw new Refused(failed);
    const counter = BigInt(signed.authenticationInfo.newCounter);
    await tx.passkey.update({ where: { id: kept.id }, data: { counter, usedAt: new Date() } });
    return tookStep(tx, staff, "passkey");
  });
}

async function known({ accountId }: Staff) {
  const select = { credentialId: true, transports: true };
  const rows = await db().passkey.findMany({ where: { accountId }, select });
  return rows.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports,
  }));
}

async function keepChallenge({ sessionId }: Staff, challenge: string): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId }, data: { challenge: asBytes(challenge) } });
}

/** What this session was asked to sign last; it is asked once. @throws Refused when nothing was */
async function takeChallenge({ sessionId }: Staff): Promise<string> {
  const session = await db().session.findUnique({ where: { id: sessionId }, select: { challenge: true } });
  const challenge = session?.challenge;
  if (!challenge) throw new Refused(failed);
  const taken = await db().session.updateMany({ where: { id: sessionId, challenge }, data: { challenge: null } });
  if (taken.count === 0) throw new Refused(failed);
  return Buffer.from(challenge).toString("base64url");
}

const asBytes = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));
