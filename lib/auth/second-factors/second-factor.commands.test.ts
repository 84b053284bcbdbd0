import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeEach, expect, test } from "vitest";
import { addAuthenticator, verifyAuthenticatorCode } from "@/lib/auth/second-factors/authenticator.commands";
import { getAuthenticatorSetup } from "@/lib/auth/second-factors/authenticator.queries";
import {
  addPasskey,
  beginPasskeyAuthentication,
  beginPasskeyRegistration,
  verifyPasskey,
} from "@/lib/auth/second-factors/passkey.commands";
import { makeRecoveryCodes, verifyRecoveryCode } from "@/lib/auth/second-factors/recovery-code.commands";
import { removeFactor } from "@/lib/auth/second-factors/second-factor.commands";
import { countFactors, listPasskeys } from "@/lib/auth/second-factors/second-factor.queries";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { findSession } from "@/lib/auth/session.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { plainHash } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep } from "@/scripts/test/factories";

process.env.ORIGIN = "https://ours.example";
const database = await createTestDatabase();
afterAll(database.close);
beforeEach(() => db().rateLimit.deleteMany());

/** The session of a rep before the second step. */
async function signIn(accountId?: string): Promise<StaffSession & { token: string }> {
  const id = accountId ?? (await makeRep("west-midlands")).accountId ?? "";
  const token = await startSession({ accountId: id }, null);
  const session = await findSession(token);
  if (!session) throw new Error("no session");
  return {
    sessionId: session.id,
    accountId: id,
    label: "Rep",
    grants: session.person.grants,
    isStepUpPending: true,
    isProofFresh: false,
    token,
  };
}
const withStepUp = (staff: StaffSession): StaffSession => ({
  ...staff,
  isStepUpPending: false,
  isProofFresh: true,
});
const appOf = (staff: StaffSession) => {
  const totp = new TOTP({ secret: Secret.fromBase32(getAuthenticatorSetup(staff).manualKey) });
  return (at: Date) => totp.generate({ timestamp: at.getTime() });
};
const otherCode = (code: string) => (code === "000000" ? "000001" : "000000");
const now = new Date("2026-11-25T12:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1000);

/** A security key in software: ES256, without attestation. */
function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Uint8Array.from(Buffer.from(x, "base64url"))],
    [-3, Uint8Array.from(Buffer.from(y, "base64url"))],
  ]);
  return { id, privateKey, cose: Buffer.from(isoCBOR.encode(cose)), counter: 0 };
}
type Key = ReturnType<typeof makeKey>;
type Forgery = { origin?: string; userVerified?: boolean; privateKey?: KeyObject };

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const clientData = (type: string, challenge: string, origin = "https://ours.example") =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
const credentialFields = ({ id }: Key) => ({
  id: text(id),
  rawId: text(id),
  type: "public-key" as const,
  clientExtensionResults: {},
});

function authData(key: Key, extra: Buffer, flagByte: number): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(key.counter);
  return Buffer.concat([plainHash("ours.example"), Buffer.from([flagByte]), counter, extra]);
}

function registrationResponse(key: Key, challenge: string, { origin }: Forgery = {}) {
  const length = Buffer.from([0, key.id.length]);
  const data = authData(key, Buffer.concat([Buffer.alloc(16), length, key.id, key.cose]), 0x45);
  const attestation = new Map<string, unknown>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", Uint8Array.from(data)],
  ]);
  const attestationObject = text(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]));
  const clientDataJSON = text(clientData("webauthn.create", challenge, origin));
  return { ...credentialFields(key), response: { clientDataJSON, attestationObject, transports: ["internal"] } };
}

function assertionResponse(
  key: Key,
  challenge: string,
  { origin, userVerified = true, privateKey = key.privateKey }: Forgery = {},
) {
  key.counter++;
  const client = clientData("webauthn.get", challenge, origin);
  const data = authData(key, Buffer.alloc(0), userVerified ? 0x05 : 0x01);
  const signature = text(sign("sha256", Buffer.concat([data, plainHashOf(client)]), privateKey));
  return {
    ...credentialFields(key),
    response: { clientDataJSON: text(client), authenticatorData: text(data), signature },
  };
}
const plainHashOf = (bytes: Buffer) => Buffer.from(plainHash(bytes.toString("utf8")));

async function addKey(staff: StaffSession, key = makeKey()): Promise<{ key: Key; token: string | null }> {
  const { challenge } = await beginPasskeyRegistration(staff);
  return { key, token: await addPasskey(staff, registrationResponse(key, challenge)) };
}

test("adding a first passkey completes the second step under a new token, and the old token stops working", async () => {
  const staff = await signIn();
  const { token } = await addKey(staff);
  expect(await resumeSession(staff.token)).toBeNull();
  expect((await resumeSession(token ?? ""))?.grants).toHaveLength(1);
  const events = await db().auditEvent.findMany({ where: { accountId: staff.accountId }, select: { action: true } });
  expect(events.map(({ action }) => action).sort()).toEqual(["people.addFactor", "people.stepUp"]);
});

test("a change of factors needs fresh proof, and ends the person's other sessions", async () => {
  const staff = await signIn();
  await addKey(staff);
  const stale = { ...withStepUp(staff), isProofFresh: false };
  await expect(beginPasskeyRegistration(stale)).rejects.toThrow(NotFound);
  await expect(makeRecoveryCodes(stale)).rejects.toThrow(NotFound);
  await expect(addAuthenticator(stale, appOf(stale)(now), now)).rejects.toThrow(NotFound);
  const elsewhere = await signIn(staff.accountId);
  const stranger = await signIn();
  await makeRecoveryCodes(withStepUp(staff));
  expect(await findSession(elsewhere.token)).toBeNull();
  expect(await findSession(stranger.token)).not.toBeNull();
  expect(await db().session.count({ where: { id: staff.sessionId } })).toBe(1);
});

test("a passkey works only for its own challenge, once, from our origin, with its own key and a verified user", async () => {
  const first = await signIn();
  const { key } = await addKey(first);
  const again = await signIn(first.accountId);
  const forgeries: Forgery[] = [
    { origin: "https://theirs.example" },
    { userVerified: false },
    { privateKey: makeKey().privateKey },
  ];
  for (const forgery of forgeries) {
    const { challenge } = await beginPasskeyAuthentication(again);
    await expect(verifyPasskey(again, assertionResponse(key, challenge, forgery))).rejects.toThrow(RuleViolation);
  }
  const { challenge } = await beginPasskeyAuthentication(again);
  await expect(verifyPasskey(again, assertionResponse(key, text(randomBytes(32))))).rejects.toThrow(RuleViolation);
  await expect(verifyPasskey(again, assertionResponse(key, challenge))).rejects.toThrow(RuleViolation); // used before
  const { challenge: third } = await beginPasskeyAuthentication(again);
  const response = assertionResponse(key, third);
  const token = await verifyPasskey(again, response);
  expect((await resumeSession(token ?? ""))?.accountId).toBe(first.accountId);
  await expect(verifyPasskey(again, response)).rejects.toThrow(RuleViolation);
});

test("a passkey does not open another account, and its counter reveals a copy", async () => {
  const [one, two] = [await signIn(), await signIn()];
  const { key } = await addKey(one);
  await addKey(two);
  const { challenge } = await beginPasskeyAuthentication(await signIn(two.accountId));
  await expect(verifyPasskey(two, assertionResponse(key, challenge))).rejects.toThrow(RuleViolation);
  key.counter = 9;
  const back = await signIn(one.accountId);
  const { challenge: nextChallenge } = await beginPasskeyAuthentication(back);
  expect(await verifyPasskey(back, assertionResponse(key, nextChallenge))).not.toBeNull();
  key.counter = 3;
  const copied = await signIn(one.accountId);
  const { challenge: lastChallenge } = await beginPasskeyAuthentication(copied);
  await expect(verifyPasskey(copied, assertionResponse(key, lastChallenge))).rejects.toThrow(RuleViolation);
});

test("a code of an app works once, up to a step early or late, and never after a newer one", async () => {
  const staff = await signIn();
  const code = appOf(staff);
  expect(await addAuthenticator(staff, otherCode(code(now)), now)).toBe("wrong");
  expect(await addAuthenticator(staff, code(now), now)).toMatchObject({ token: expect.any(String) });
  const again = await signIn(staff.accountId);
  expect(await verifyAuthenticatorCode(again, code(now), seconds(20))).toBe("wrong"); // used during set-up
  expect(await verifyAuthenticatorCode(again, code(seconds(-30)), now)).toBe("wrong"); // older than the one used
  expect(await verifyAuthenticatorCode(again, code(seconds(90)), seconds(30))).toBe("wrong"); // two steps early
  await db().rateLimit.deleteMany();
  const outcomes = await Promise.all([1, 2].map(() => verifyAuthenticatorCode(again, code(seconds(60)), seconds(30))));
  expect(outcomes.filter((one) => one !== "wrong")).toHaveLength(1);
});

test("every attempt counts towards the account's limit", async () => {
  const staff = await signIn();
  const code = appOf(staff);
  await addAuthenticator(staff, code(now), now);
  for (let tries = 0; tries < 5; tries++) await verifyAuthenticatorCode(await signIn(staff.accountId), "000000", now);
  await expect(verifyAuthenticatorCode(staff, code(seconds(30)), seconds(30))).rejects.toThrow(RateLimited);
  await expect(verifyRecoveryCode(staff, "0".repeat(26))).rejects.toThrow(RateLimited);
});

test("a recovery code works once, for its own account; new codes replace the old; only hashes are stored", async () => {
  const staff = await signIn();
  await addKey(staff);
  const old = await makeRecoveryCodes(withStepUp(staff));
  const codes = await makeRecoveryCodes(withStepUp(staff));
  expect(new Set([...old, ...codes]).size).toBe(20);
  const again = await signIn(staff.accountId);
  expect(await verifyRecoveryCode(again, old[0] ?? "")).toBe("wrong");
  const stranger = await signIn();
  expect(await verifyRecoveryCode(stranger, codes[0] ?? "")).toBe("wrong");
  expect(await verifyRecoveryCode(again, codes[0] ?? "")).toMatchObject({ token: expect.any(String) });
  expect(await verifyRecoveryCode(await signIn(staff.accountId), codes[0] ?? "")).toBe("wrong");
  expect((await countFactors(staff.accountId)).codes).toBe(9);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT json_agg(r)::text AS all FROM recovery_codes r`;
  for (const code of codes) {
    expect(all).not.toContain(code);
    expect(all).not.toContain(Buffer.from(plainHash(code)).toString("hex"));
  }
});

test("before the second step nobody can add a further factor, create codes or remove a factor", async () => {
  const staff = await signIn();
  await addKey(staff);
  const thief = await signIn(staff.accountId); // has the mailbox, and not the key
  await expect(beginPasskeyRegistration(thief)).rejects.toThrow(NotFound);
  await expect(addAuthenticator(thief, appOf(thief)(now), now)).rejects.toThrow(NotFound);
  await expect(makeRecoveryCodes(thief)).rejects.toThrow(NotFound);
  const [stored] = await listPasskeys(staff.accountId);
  await expect(removeFactor(thief, { passkey: stored?.id ?? "" })).rejects.toThrow(NotFound);
  expect(await countFactors(staff.accountId)).toEqual({ passkeys: 1, authenticators: 0, codes: 0 });
});

test("of two first factors added at once, one succeeds", async () => {
  const staff = await signIn();
  const thief = await signIn(staff.accountId);
  const keys = await Promise.all([beginPasskeyRegistration(staff), beginPasskeyRegistration(thief)]);
  const results = await Promise.allSettled([
    addPasskey(staff, registrationResponse(makeKey(), keys[0].challenge)),
    addPasskey(thief, registrationResponse(makeKey(), keys[1].challenge)),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.filter((one) => one.status === "rejected" && one.reason instanceof NotFound)).toHaveLength(1);
});

test("after the second step factors can be added and removed, but not the last one, nor another person's", async () => {
  const staff = await signIn();
  await addKey(staff);
  const ownSession = withStepUp(staff);
  const [first] = await listPasskeys(staff.accountId);
  await expect(removeFactor(ownSession, { passkey: first?.id ?? "" })).rejects.toThrow(NotFound);
  expect((await addKey(ownSession)).token).toBeNull();
  const stranger = withStepUp(await signIn());
  await addKey(stranger);
  await addKey(stranger);
  await expect(removeFactor(stranger, { passkey: first?.id ?? "" })).rejects.toThrow(NotFound);
  await removeFactor(ownSession, { passkey: first?.id ?? "" });
  expect(await countFactors(staff.accountId)).toMatchObject({ passkeys: 1 });
  await expect(removeFactor(ownSession, "authenticator")).rejects.toThrow(NotFound);
});

test("a session that completed the step in another request reports a conflict", async () => {
  const staff = await signIn();
  await addKey(staff);
  const codes = await makeRecoveryCodes(withStepUp(staff));
  const again = await signIn(staff.accountId);
  await verifyRecoveryCode(again, codes[0] ?? "");
  await expect(verifyRecoveryCode(again, codes[1] ?? "")).rejects.toThrow(Conflict);
});
