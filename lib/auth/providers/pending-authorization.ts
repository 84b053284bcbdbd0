import { deleteCookie, readCookie, setCookie } from "@/lib/auth/cookies";
import type { PendingAuthorization } from "@/lib/auth/providers/openid-connect";
import { seal, unseal } from "@/lib/security/encryption";

const lifetime = 10 * 60; // seconds

/** Stores, sealed in a cookie, what the browser needs when it comes back from the provider. */
export async function savePendingAuthorization(pending: PendingAuthorization): Promise<void> {
  await setCookie("away", Buffer.from(seal("away", JSON.stringify(pending))).toString("base64url"), lifetime);
}

/** Takes it out of the cookie, once; null when there is none, or we did not seal it. */
export async function takePendingAuthorization(): Promise<PendingAuthorization | null> {
  const sealed = await readCookie("away");
  if (!sealed) return null;
  await deleteCookie("away");
  try {
    return JSON.parse(unseal("away", Buffer.from(sealed, "base64url"))) as PendingAuthorization;
  } catch {
    return null;
  }
}
