import { clockSkew } from "@/lib/auth/session.rules";
import { codeTries, signInLasts } from "@/lib/auth/sign-in.rules";
import { db } from "@/lib/database/client";
import { keyedHash, plainHash, sameBytes } from "@/lib/security/encryption";

/** What a browser shows to sign in: the link's token, or the code typed. */
export type Proof = { token: string } | { code: string };

/** The hash of a code; keyed, for a million codes are soon tried, and bound to the request by its link. */
export const codeHashOf = (code: string, linkHash: Uint8Array) =>
  keyedHash("sign-in-code", `${Buffer.from(linkHash).toString("hex")}|${code}`);

const mayBeUsed = (now: Date) => ({
  usedAt: null,
  endsAt: { gt: now, lte: new Date(now.getTime() + signInLasts + clockSkew) },
  attempts: { lt: codeTries },
});

/** The request of this browser that a proof is about: the link's own, or for a code the newest. */
export async function findRequest(proof: Proof, browserToken: string, now: Date) {
  return db().signInRequest.findFirst({
    where: {
      ...mayBeUsed(now),
      browserHash: plainHash(browserToken),
      ...("token" in proof && { linkHash: plainHash(proof.token) }),
    },
    orderBy: { endsAt: "desc" },
    select: { id: true, linkHash: true, codeHash: true, emailIndex: true, emailSealed: true, returnTo: true },
  });
}

/** Whether this is the link or the code of that request. */
export function isRight(proof: Proof, request: { linkHash: Uint8Array; codeHash: Uint8Array }): boolean {
  if ("token" in proof) return sameBytes(plainHash(proof.token), request.linkHash);
  return sameBytes(codeHashOf(proof.code, request.linkHash), request.codeHash);
}

/** What a link is good for, without using it: "here" in the browser that asked, "elsewhere" in another, or "over". */
export async function lookAtLink(token: string, browserToken: string | null): Promise<"here" | "elsewhere" | "over"> {
  const request = await db().signInRequest.findFirst({
    where: { ...mayBeUsed(new Date()), linkHash: plainHash(token) },
    select: { browserHash: true },
  });
  if (!request) return "over";
  return browserToken && sameBytes(plainHash(browserToken), request.browserHash) ? "here" : "elsewhere";
}
