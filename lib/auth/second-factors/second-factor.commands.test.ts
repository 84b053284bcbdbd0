import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeEach, expect, test } from "vitest";
import { addAuthenticator, proveByAuthenticator } from "@/lib/auth/second-factors/authenticator.commands";
import { offerAuthenticator } from "@/lib/auth/second-factors/authenticator.queries";
import { addPasskey, askPasskey, offerPasskey, proveByPasskey } from "@/lib/auth/second-factors/passkey.commands";
import { makeRecoveryCodes, proveByRecoveryCode } from "@/lib/auth/second-factors/recovery-code.commands";
import type { Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors, listPasskeys } from "@/lib/auth/second-factors/second-factor.queries";
import { removeFactor } from "@/lib/auth/second-factors/second-factor.writes";
import { resumeSession, startSession } from "@/lib/auth/session.commands";
import { findSession } from "@/lib/auth/session.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused, TooMany } from "@/lib/errors";
import { plainHash } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";
import { makeRep } from "@/scripts/test/factories";

process.env.ORIGIN = "https://ours.example";
const database = await testDatabase();
afterAll(database.close);
beforeEach(() => db().rateLimit.deleteMany());

/** A rep who has just signed in. */
async function signIn(accountId?: string): Promise<Staff & { token: string }> {
  const of = accountId ?? (await makeRep("west-midlands")).accountId ?? "";
  const token = await startSession({ accountId: of }, null);
  const session = await findSession(token);
  if (!session) throw new Error("no session");
  return { sessionId: session.id, accountId: of, label: "Rep", grants: session.person.grants, isHalf: true, token };
}
const whole = (staff: Staff): Staff => ({ ...staff, isHalf: false });
const appOf = (staff: Staff) => {
  const totp = new TOTP({ secret: Secret.fromBase32(offerAuthenticator(staff).typed) });
  return (at: Date) => totp.generate({ timestamp: at.getTime() });
};
const other = (code: string) => (code === "000000" ? "000001" : "000000");
const now = new Date("2026-11-25T12:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1000);

/** A security key in software: ES256, no attestation. */
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
type Lie = { origin?: string; userVerified?: boolean; privateKey?: KeyObject };

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const clientData = (type: string, challenge: string, origin = "https://ours.example") =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
const around = ({ id }: Key) => ({
  id: text(id),
  rawId: text(id),
  type: "public-key" as const,
  clientExtensionResults: {},
});

function authData(key: Key, extra: Buffer, flags: number): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(key.counter);
  return Buffer.concat([plainHash("ours.example"), Buffer.from([flags]), counter, extra]);
}

function made(key: Key, challenge: string, { origin }: Lie = {}) {
  const length = Buffer.from([0, key.id.length]);
  const data = authData(key, Buffer.concat([Buffer.alloc(16), length, key.id, key.cose]), 0x45);
  const attestation = new Map<string, unknown>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", Uint8Array.from(data)],
  ]);
  const attestationObject = text(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]));
  const clientDataJSON = text(clientData("webauthn.create", challenge, origin));
  return { ...around(key), response: { clientDataJSON, attestationObject, transports: ["internal"] } };
}

function signed(key: Key, challenge: string, { origin, userVerified = true, privateKey = key.privateKey }: Lie = {}) {
  key.counter++;
  const client = clientData("webauthn.get", challenge, origin);
  const data = authData(key, Buffer.alloc(0), userVerified ? 0x05 : 0x01);
  const signature = text(sign("sha256", Buffer.concat([data, plainHashOf(client)]), privateKey));
  return {
    ...around(key),
    response: { clientDataJSON: text(client), authenticatorData: text(data), signature },
  };
}
const plainHashOf = (bytes: Buffer) => Buffer.from(plainHash(bytes.toString("utf8")));

async function addKey(staff: Staff, key = makeKey()): Promise<{ key: Key; token: string | null }> {
  const { challenge } = await offerPasskey(staff);
  return { key, token: await addPasskey(staff, made(key, challenge)) };
}

test("the first passkey is the second step: the old token is worth nothing, the new one is a rep's", async () => {
  const staff = await signIn();
  const { token } = await addKey(staff);
  expect(await resumeSession(staff.token)).toBeNull();
  expect((await resumeSession(token ?? ""))?.grants).toHaveLength(1);
  const deeds = await db().auditEvent.findMany({ where: { accountId: staff.accountId }, select: { deed: true } });
  expect(deeds.map(({ deed }) => deed).sort()).toEqual(["people.addFactor", "people.secondStep"]);
});

test("a passkey signs in again, and only what was asked, once, from our pages, by its own key, by a verified person", async () => {
  const first = await signIn();
  const { key } = await addKey(first);
  const again = await signIn(first.accountId);
  const lies: Lie[] = [
    { origin: "https://theirs.example" },
    { userVerified: false },
    { privateKey: makeKey().privateKey },
  ];
  for (const lie of lies) {
    const { challenge } = await askPasskey(again);
    await expect(proveByPasskey(again, signed(key, challenge, lie))).rejects.toThrow(Refused);
  }
  const { challenge } = await askPasskey(again);
  await expect(proveByPasskey(again, signed(key, text(randomBytes(32))))).rejects.toThrow(Refused);
  await expect(proveByPasskey(again, signed(key, challenge))).rejects.toThrow(Refused); // that was its one time
  const { challenge: third } = await askPasskey(again);
  const answer = signed(key, third);
  const token = await proveByPasskey(again, answer);
  expect((await resumeSession(token ?? ""))?.accountId).toBe(first.accountId);
  await expect(proveByPasskey(again, answer)).rejects.toThrow(Refused);
});

test("nobody's passkey opens another's session, and a copied one is found out by its counter", async () => {
  const [one, two] = [await signIn(), await signIn()];
  const { key } = await addKey(one);
  await addKey(two);
  const { challenge } = await askPasskey(await signIn(two.accountId));
  await expect(proveByPasskey(two, signed(key, challenge))).rejects.toThrow(Refused);
  key.counter = 9;
  const back = await signIn(one.accountId);
  const { challenge: asked } = await askPasskey(back);
  expect(await proveByPasskey(back, signed(key, asked))).not.toBeNull();
  key.counter = 3;
  const copied = await signIn(one.accountId);
  const { challenge: then } = await askPasskey(copied);
  await expect(proveByPasskey(copied, signed(key, then))).rejects.toThrow(Refused);
});

test("an app's code works once, a step early or late, and never an older one", async () => {
  const staff = await signIn();
  const code = appOf(staff);
  expect(await addAuthenticator(staff, other(code(now)), now)).toBe("wrong");
  expect(await addAuthenticator(staff, code(now), now)).toMatchObject({ token: expect.any(String) });
  const again = await signIn(staff.accountId);
  expect(await proveByAuthenticator(again, code(now), seconds(20))).toBe("wrong"); // used when it was set up
  expect(await proveByAuthenticator(again, code(seconds(-30)), now)).toBe("wrong"); // older than that
  expect(await proveByAuthenticator(again, code(seconds(90)), seconds(30))).toBe("wrong"); // two steps early
  await db().rateLimit.deleteMany();
  const proved = await Promise.all([1, 2].map(() => proveByAuthenticator(again, code(seconds(60)), seconds(30))));
  expect(proved.filter((one) => one !== "wrong")).toHaveLength(1);
});

test("tries are counted, right or wrong, for the account", async () => {
  const staff = await signIn();
  const code = appOf(staff);
  await addAuthenticator(staff, code(now), now);
  for (let tries = 0; tries < 5; tries++) await proveByAuthenticator(await signIn(staff.accountId), "000000", now);
  await expect(proveByAuthenticator(staff, code(seconds(30)), seconds(30))).rejects.toThrow(TooMany);
  await expect(proveByRecoveryCode(staff, "0".repeat(26))).rejects.toThrow(TooMany);
});

test("a recovery code works once, for its own account; new ones end the old; only hashes are kept", async () => {
  const staff = await signIn();
  await addKey(staff);
  const old = await makeRecoveryCodes(whole(staff));
  const codes = await makeRecoveryCodes(whole(staff));
  expect(new Set([...old, ...codes]).size).toBe(20);
  const again = await signIn(staff.accountId);
  expect(await proveByRecoveryCode(again, old[0] ?? "")).toBe("wrong");
  const stranger = await signIn();
  expect(await proveByRecoveryCode(stranger, codes[0] ?? "")).toBe("wrong");
  expect(await proveByRecoveryCode(again, codes[0] ?? "")).toMatchObject({ token: expect.any(String) });
  expect(await proveByRecoveryCode(await signIn(staff.accountId), codes[0] ?? "")).toBe("wrong");
  expect((await countFactors(staff.accountId)).codes).toBe(9);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT json_agg(r)::text AS all FROM recovery_codes r`;
  for (const code of codes) {
    expect(all).not.toContain(code);
    expect(all).not.toContain(Buffer.from(plainHash(code)).toString("hex"));
  }
});

test("before the second step nobody adds a way beside those there are, makes codes, or takes one off", async () => {
  const staff = await signIn();
  await addKey(staff);
  const thief = await signIn(staff.accountId); // has the mail, and not the key
  await expect(offerPasskey(thief)).rejects.toThrow(NotFound);
  await expect(addAuthenticator(thief, appOf(thief)(now), now)).rejects.toThrow(NotFound);
  await expect(makeRecoveryCodes(thief)).rejects.toThrow(NotFound);
  const [kept] = await listPasskeys(staff.accountId);
  await expect(removeFactor(thief, { passkey: kept?.id ?? "" })).rejects.toThrow(NotFound);
  expect(await countFactors(staff.accountId)).toEqual({ passkeys: 1, authenticators: 0, codes: 0 });
});

test("of two who set up a first way at once, one wins", async () => {
  const staff = await signIn();
  const thief = await signIn(staff.accountId);
  const keys = await Promise.all([offerPasskey(staff), offerPasskey(thief)]);
  const results = await Promise.allSettled([
    addPasskey(staff, made(makeKey(), keys[0].challenge)),
    addPasskey(thief, made(makeKey(), keys[1].challenge)),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.filter((one) => one.status === "rejected" && one.reason instanceof NotFound)).toHaveLength(1);
});

test("ways come and go after the second step, down to the last; others' are not there", async () => {
  const staff = await signIn();
  await addKey(staff);
  const mine = whole(staff);
  const [first] = await listPasskeys(staff.accountId);
  await expect(removeFactor(mine, { passkey: first?.id ?? "" })).rejects.toThrow(NotFound);
  expect((await addKey(mine)).token).toBeNull();
  const stranger = whole(await signIn());
  await addKey(stranger);
  await addKey(stranger);
  await expect(removeFactor(stranger, { passkey: first?.id ?? "" })).rejects.toThrow(NotFound);
  await removeFactor(mine, { passkey: first?.id ?? "" });
  expect(await countFactors(staff.accountId)).toMatchObject({ passkeys: 1 });
  await expect(removeFactor(mine, "authenticator")).rejects.toThrow(NotFound);
});

test("a session that took the step elsewhere says so", async () => {
  const staff = await signIn();
  await addKey(staff);
  const codes = await makeRecoveryCodes(whole(staff));
  const again = await signIn(staff.accountId);
  await proveByRecoveryCode(again, codes[0] ?? "");
  await expect(proveByRecoveryCode(again, codes[1] ?? "")).rejects.toThrow(Conflict);
});
