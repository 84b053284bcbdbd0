import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { hashSignInCode } from "@/lib/auth/sign-in.queries";
import type { Tx } from "@/lib/database/client";
import { addJob } from "@/lib/jobs/queue";
import { emailIndexOf } from "@/lib/people/account.writes";
import { liveGrants } from "@/lib/people/grant.queries";
import { newId, plainHash } from "@/lib/security/encryption";
import { sealFor } from "@/lib/security/sealed-columns";
import type { Role } from "@/prisma/generated/enums";

export type NewSignInRequest = {
  email: string;
  /** The token of the link, and the hash by which it is found. */
  token: string;
  linkHash: Uint8Array<ArrayBuffer>;
  /** As `randomSignInCode` returns it. */
  code: string;
  browserToken: string;
  returnTo: string | null;
  endsAt: Date;
};

/** Stores a request for a sign-in mail, and the job that sends it. */
export async function createSignInRequest(tx: Tx, request: NewSignInRequest): Promise<void> {
  const { email, token, linkHash, code, browserToken, returnTo, endsAt } = request;
  const id = newId();
  await tx.signInRequest.create({
    data: {
      id,
      emailIndex: emailIndexOf(email),
      emailSealed: sealFor("sign_in_requests.emailSealed", id, email),
      linkHash,
      codeHash: hashSignInCode(code, linkHash),
      mailSealed: sealFor("sign_in_requests.mailSealed", id, JSON.stringify({ token, code })),
      browserHash: plainHash(browserToken),
      returnTo,
      endsAt,
    },
  });
  await addJob(tx, "send-sign-in-mail", { requestId: id });
}

const unusedFilter = (id: string, now: Date) => ({ id, usedAt: null, endsAt: { gt: now } });

/**
 * Counts an attempt at a request, outside any transaction.
 * @param max how many are allowed
 * @returns false when it is used, expired, or tried too often
 */
export async function countSignInAttempt(tx: Tx, id: string, now: Date, max: number): Promise<boolean> {
  const { count } = await tx.signInRequest.updateMany({
    where: { ...unusedFilter(id, now), attempts: { lt: max } },
    data: { attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Uses a request up. @returns false when another attempt has done so meanwhile */
export async function markSignInRequestUsed(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signInRequest.updateMany({
    where: unusedFilter(id, now),
    data: { usedAt: now, mailSealed: null },
  });
  return count === 1;
}

/** Records that a member of staff signed in; a participant's sign-in is not recorded. @returns the account's roles */
export async function recordSignIn(tx: Tx, accountId: string): Promise<Role[]> {
  const grants = await tx.grant.findMany({ where: { accountId, ...liveGrants() }, select: { role: true } });
  if (grants.length)
    await recordAuditEvent(tx, { action: "people.signIn", accountId, subject: `account:${accountId}` });
  return grants.map(({ role }) => role);
}
