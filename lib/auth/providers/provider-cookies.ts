import { z } from "zod";
import { deleteCookie, readCookie, setCookie } from "@/lib/auth/cookies";
import type { PendingSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { seal, unseal } from "@/lib/security/encryption";

// The cookies of somebody who signs in at a provider. next-auth encrypts three of them; the fourth, with the path to go
// on to, is sealed here, together with the provider's id.

const lifetime = signInLifetime / 1000;
const callbackContents = z.object({ provider: z.string(), callback: z.string() });

export async function savePendingSignIn(
  provider: string,
  { state, pkce, nonce, callback }: PendingSignIn,
): Promise<void> {
  const sealed = seal("callback", JSON.stringify({ provider, callback }));
  await setCookie("state", state, lifetime);
  await setCookie("pkce", pkce, lifetime);
  await setCookie("nonce", nonce, lifetime);
  await setCookie("callback", Buffer.from(sealed).toString("base64url"), lifetime);
}

/** Takes them from the browser, once; null when one is absent, they are another provider's, or not ours. */
export async function takePendingSignIn(provider: string): Promise<PendingSignIn | null> {
  const [state, pkce, nonce, sealed] = [
    await readCookie("state"),
    await readCookie("pkce"),
    await readCookie("nonce"),
    await readCookie("callback"),
  ];
  for (const name of ["state", "pkce", "nonce", "callback"] as const) await deleteCookie(name);
  const callback = sealed && openCallback(provider, sealed);
  return state && pkce && nonce && callback ? { state, pkce, nonce, callback } : null;
}

function openCallback(provider: string, sealed: string): string | null {
  try {
    const contents = callbackContents.parse(JSON.parse(unseal("callback", Buffer.from(sealed, "base64url"))));
    return contents.provider === provider ? contents.callback : null;
  } catch {
    return null;
  }
}
