import { randomBytes } from "node:crypto";
import { secret } from "@/e2e/may-i/scene/people";
import { db } from "@/lib/db";
import { forApp } from "@/lib/people/factors/authenticator/code";
import { offeredSecret } from "@/lib/people/factors/authenticator/queries";
import { makeRecoveryCodes } from "@/lib/people/factors/recovery/commands";
import type { Person } from "@/lib/people/policy";
import { keptAddress } from "@/lib/people/queries";
import { codeHashOf } from "@/lib/people/sign-in/queries";
import { plainHash, randomSecret, seal } from "@/lib/secrets";

// What people prove by who they are: each is somebody's, and worth nothing in anybody else's hands.

const bytes = (count: number) => Uint8Array.from(randomBytes(count));

export async function passkey(accountId: string): Promise<{ id: string; credential: string }> {
  const credentialId = bytes(32);
  const { id } = await db().passkey.create({ data: { accountId, credentialId, publicKey: bytes(77), transports: [] } });
  return { id, credential: Buffer.from(credentialId).toString("base64url") };
}

/** Two passkeys, an app, a recovery code, and the secret of a new app. */
export async function factors({ accountId, grants }: Person & { accountId: string }) {
  const { id, credential } = await passkey(accountId);
  await passkey(accountId);
  const ofApp = bytes(20);
  const secretSealed = seal("authenticator", Buffer.from(ofApp).toString("base64"));
  await db().authenticator.create({ data: { accountId, secretSealed, lastStep: 0 } });
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { accountId } });
  const staff = { sessionId, accountId, label: "", grants, isHalf: false };
  const [recovery = ""] = await makeRecoveryCodes(staff);
  const app = forApp(ofApp, "").typed;
  return { passkey: id, credential, app, recovery, newApp: forApp(offeredSecret(staff), "").typed };
}

/** A link and a code that were asked for in somebody's browser. */
export async function signInRequest() {
  const [token, code] = [randomSecret(), "042117"];
  const linkHash = plainHash(token);
  const { id } = await db().signInRequest.create({
    data: {
      ...keptAddress(`${secret()}@example.org`),
      ...{ linkHash, codeHash: codeHashOf(code, linkHash), browserHash: plainHash(randomSecret()) },
      endsAt: new Date(Date.now() + 10 * 60_000),
    },
  });
  return { id, token, code };
}
