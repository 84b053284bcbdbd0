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
  /** As the schema gives it. */
  email: string;
  /** The secret of the browser that asks: only there can link and code be used. */
  browserToken: string;
  /** As localPath gives it. */
  returnTo: string | null;
  /** As the front names it. */
  client: string;
};

/**
 * Asks for a sign-in mail. Nothing here looks whether there is an account, so that nobody learns it from us.
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

/** "wrong": the code is not right, try again; "expired": used, too old, of another browser, or tried too often. */
export type SignInResult = { accountId: string; goTo: string } | "wrong" | "expired";

/**
 * Uses a link or a code, once, in the browser that asked. An address that is new to us gets its account here.
 */
export async function completeSignIn(proof: SignInProof, browserToken: string): Promise<SignInResult> {
  const now = new Date();
  const request = await findSignInRequest(proof, browserToken, now);
  if (!request) return "expired";
  const unused = { id: request.id, usedAt: null, endsAt: { gt: now } };
  // counted before it is looked at, and outside the transaction: of many tries at once, five are looked at
  const { count } = await db().signInRequest.updateMany({
    where: { ...unused, attempts: { lt: maxCodeAttempts } },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) return "expired";
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
 * The job that sends a sign-in mail, unless it was sent, used, or is too old to be of use. Once the mail server has
 * taken it, link and code are forgotten.
 * @returns what became of it
 * @throws MailFailure when it should be tried again
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

/** Forgets the requests whose time is over. @returns how many */
export async function deleteExpiredSignInRequests(now = new Date()): Promise<number> {
  const { count } = await db().signInRequest.deleteMany({ where: { endsAt: { lt: now } } });
  return count;
}
