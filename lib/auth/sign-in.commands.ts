import { randomInt } from "node:crypto";
import { z } from "zod";
import { findSignInRequest, hashSignInCode, isProofValid, type SignInProof } from "@/lib/auth/sign-in.queries";
import { homePathFor, maxCodeAttempts, signInLinkPath, signInMail } from "@/lib/auth/sign-in.rules";
import { recordSignIn } from "@/lib/auth/sign-in.writes";
import { db } from "@/lib/database/client";
import { publicOrigin } from "@/lib/env";
import { RateLimited } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import { emailColumns, findOrCreateAccount } from "@/lib/people/account.writes";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { plainHash, randomSecret, seal, unseal } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";

export type SignInRequestInput = {
  /** As the schema `email` returns it. */
  email: string;
  /** The secret of the browser: link and code work only there. */
  browserToken: string;
  /** As `localPath` returns it. */
  returnTo: string | null;
  /** See `clientKey`. */
  client: string;
};

/**
 * Requests a sign-in mail. It never checks whether the address has an account, so that the response cannot reveal it.
 * @throws RateLimited
 */
export async function requestSignIn({ email, browserToken, returnTo, client }: SignInRequestInput): Promise<void> {
  const { emailIndex, emailSealed } = emailColumns(email);
  const isAllowed =
    (await isWithinLimit("sign-in-client", client)) &&
    (await isWithinLimit("sign-in-address", Buffer.from(emailIndex).toString("hex")));
  if (!isAllowed)
    throw new RateLimited("You asked for many mails in a short time. Wait a quarter of an hour, then try again.");
  const token = randomSecret();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const linkHash = plainHash(token);
  await db().$transaction(async (tx) => {
    const { id } = await tx.signInRequest.create({
      data: {
        emailIndex,
        emailSealed,
        linkHash,
        codeHash: hashSignInCode(code, linkHash),
        mailSealed: seal("sign-in-mail", JSON.stringify({ token, code })),
        browserHash: plainHash(browserToken),
        returnTo,
        endsAt: new Date(Date.now() + signInLifetime),
      },
      select: { id: true },
    });
    await addJob(tx, "send-sign-in-mail", { requestId: id });
  });
}

/** "wrong": another attempt is possible; "exhausted": attempted too often; "expired": used, too old, or of another browser. */
export type SignInResult = { accountId: string; goTo: string } | "wrong" | "exhausted" | "expired";

/** Uses a link or a code, once, in the browser that requested it. A new address gets its account here. */
export async function completeSignIn(proof: SignInProof, browserToken: string): Promise<SignInResult> {
  const now = new Date();
  const request = await findSignInRequest(proof, browserToken, now);
  if (!request) return "expired";
  const unused = { id: request.id, usedAt: null, endsAt: { gt: now } };
  // counted before the check and outside the transaction, so that of many attempts at once only five are checked
  const { count } = await db().signInRequest.updateMany({
    where: { ...unused, attempts: { lt: maxCodeAttempts } },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) return "exhausted";
  if (!isProofValid(proof, request)) return "wrong";
  return db().$transaction(async (tx) => {
    const used = await tx.signInRequest.updateMany({ where: unused, data: { usedAt: now, mailSealed: null } });
    if (used.count === 0) return "expired";
    const emailIndex = Uint8Array.from(request.emailIndex);
    const emailSealed = Uint8Array.from(request.emailSealed);
    const accountId = await findOrCreateAccount(tx, { emailIndex, emailSealed });
    const roles = await recordSignIn(tx, accountId);
    return { accountId, goTo: request.returnTo ?? homePathFor(roles) };
  });
}

const mailContents = z.object({ token: z.string(), code: z.string() });

/**
 * The job that sends a sign-in mail, unless it was sent or used, or has expired. Link and code are deleted once the
 * mail server has accepted or refused it.
 * @throws MailFailure when the job should try again
 */
export async function sendSignInMail(requestId: string): Promise<MailResult> {
  const request = await db().signInRequest.findUnique({
    where: { id: requestId, usedAt: null, endsAt: { gt: new Date() } },
    select: { mailSealed: true, emailSealed: true },
  });
  if (!request?.mailSealed) return "skipped";
  const { token, code } = mailContents.parse(JSON.parse(unseal("sign-in-mail", request.mailSealed)));
  const link = new URL(signInLinkPath(token), publicOrigin()).href;
  const to = unseal("email", request.emailSealed);
  const result = await deliverMail({ to, key: mailKey("mail", requestId), ...signInMail(link, code) });
  await db().signInRequest.updateMany({ where: { id: requestId }, data: { mailSealed: null } });
  return result;
}

/** Deletes expired requests. @returns how many */
export async function deleteExpiredSignInRequests(now = new Date()): Promise<number> {
  const { count } = await db().signInRequest.deleteMany({ where: { endsAt: { lt: now } } });
  return count;
}
