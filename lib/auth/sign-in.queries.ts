import { maxCodeAttempts } from "@/lib/auth/sign-in.rules";
import { db } from "@/lib/database/client";
import { maxClockSkew } from "@/lib/dates";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { constantTimeEqual, keyedHash, plainHash } from "@/lib/security/encryption";

/** The proof by which a browser signs in: the token of the link, or the code that was typed. */
export type SignInProof = { token: string } | { code: string };

/** The hash of a code. It is keyed, since a million codes are soon tried, and bound to the request by its link. */
export const hashSignInCode = (code: string, linkHash: Uint8Array) =>
  keyedHash("sign-in-code", `${Buffer.from(linkHash).toString("hex")}|${code}`);

const usableFilter = (now: Date) => ({
  usedAt: null,
  endsAt: { gt: now, lte: new Date(now.getTime() + signInLifetime + maxClockSkew) },
});

/** The request of this browser that a proof belongs to: that of the link, or for a code the newest. */
export async function findSignInRequest(proof: SignInProof, browserToken: string, now: Date) {
  return db().signInRequest.findFirst({
    where: {
      ...usableFilter(now),
      // a code is that of the newest mail, also when it was tried too often: an older one is not tried in its place
      ...("token" in proof && { attempts: { lt: maxCodeAttempts } }),
      browserHash: plainHash(browserToken),
      ...("token" in proof && { linkHash: plainHash(proof.token) }),
    },
    orderBy: { endsAt: "desc" },
    select: { id: true, linkHash: true, codeHash: true, emailIndex: true, emailSealed: true, returnTo: true },
  });
}

/** Whether the proof is the link or the code of this request. */
export function isProofValid(proof: SignInProof, request: { linkHash: Uint8Array; codeHash: Uint8Array }): boolean {
  if ("token" in proof) return constantTimeEqual(plainHash(proof.token), request.linkHash);
  return constantTimeEqual(hashSignInCode(proof.code, request.linkHash), request.codeHash);
}

/**
 * The state of a link, without using it: "here" in the browser that requested it, "elsewhere" in another, or "expired".
 */
export async function getSignInLinkState(
  token: string,
  browserToken: string | null,
): Promise<"here" | "elsewhere" | "expired"> {
  const request = await db().signInRequest.findFirst({
    where: { ...usableFilter(new Date()), attempts: { lt: maxCodeAttempts }, linkHash: plainHash(token) },
    select: { browserHash: true },
  });
  if (!request) return "expired";
  return browserToken && constantTimeEqual(plainHash(browserToken), request.browserHash) ? "here" : "elsewhere";
}
