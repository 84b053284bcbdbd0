import { maxCodeAttempts } from "@/lib/auth/sign-in.rules";
import { db } from "@/lib/database/client";
import { maxClockSkew } from "@/lib/dates";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { constantTimeEqual, keyedHash, plainHash } from "@/lib/security/encryption";

/** The proof by which a browser signs in: the link, by the hash of its token, or the code that was typed. */
export type SignInProof = { linkHash: Uint8Array<ArrayBuffer> } | { code: string };

/** The hash of a code. It is keyed, since 40 bits can be tried one by one, and bound to the request by its link. */
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
      ...("linkHash" in proof && { linkHash: proof.linkHash, attempts: { lt: maxCodeAttempts } }),
      browserHash: plainHash(browserToken),
    },
    orderBy: { endsAt: "desc" },
    select: {
      id: true,
      linkHash: true,
      codeHash: true,
      emailSealed: true,
      emailIndex: true,
      returnTo: true,
      endsAt: true,
    },
  });
}

/** Whether the proof is the link or the code of this request. */
export function isProofValid(proof: SignInProof, request: { linkHash: Uint8Array; codeHash: Uint8Array }): boolean {
  if ("linkHash" in proof) return constantTimeEqual(proof.linkHash, request.linkHash);
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
