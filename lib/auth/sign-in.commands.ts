import type { EmailConfig } from "next-auth/providers/email";
import { z } from "zod";
import { mailRequestAdapter, type SignIn } from "@/lib/auth/adapter";
import { callNextAuth, completeSignInBy, type SignedIn } from "@/lib/auth/next-auth";
import { signInLinkPath, signInMail } from "@/lib/auth/sign-in.rules";
import { db } from "@/lib/database/client";
import { onDemandTransaction } from "@/lib/database/on-demand-transaction";
import { publicOrigin } from "@/lib/env";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import { emailIndexOf } from "@/lib/people/account.writes";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { randomSecret, randomSignInCode } from "@/lib/security/encryption";
import { isLimitReached, isWithinLimit } from "@/lib/security/rate-limit";
import { unsealFrom } from "@/lib/security/sealed-columns";

/** next-auth's provider for signing in by mail. @param token of the link that it is to request */
const mailProvider = (token = ""): EmailConfig => ({
  id: "email",
  name: "Email",
  type: "email",
  maxAge: signInLifetime / 1000,
  secret: "", // tokens are random: next-auth hashes them as we do elsewhere
  normalizeIdentifier: (email) => email, // the schema has done so
  generateVerificationToken: () => token,
  sendVerificationRequest: async () => {}, // a job sends the mail
  server: "",
  from: "",
  options: {},
});

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
 * Requests beyond the limits are dropped silently: a refusal would show a stranger whether the owner of an address is
 * signing in, and a stranger's requests must not lock the owner out.
 */
export async function requestSignIn({ email, browserToken, returnTo, client }: SignInRequestInput): Promise<void> {
  const emailIndex = emailIndexOf(email);
  const address = Buffer.from(emailIndex).toString("hex");
  const isAllowed =
    (await isWithinLimit("sign-in-client", client)) &&
    (await isWithinLimit("sign-in-address-client", `${address}|${client}`)) &&
    (await isWithinLimit("sign-in-address", address));
  if (!isAllowed) return;
  const token = randomSecret();
  const code = randomSignInCode();
  const adapter = mailRequestAdapter({ token, code, browserToken, returnTo });
  await callNextAuth({ action: "signin", provider: mailProvider(token), body: { email } }, adapter);
}

/** What a browser shows to sign in: the token of the link, or the code that was typed. */
export type SignInProof = { token: string } | { code: string };

/** "wrong": another attempt is possible; "exhausted": attempted too often; "expired": used, too old, or of another browser. */
export type SignInResult = SignedIn | "wrong" | "exhausted" | "expired";

/**
 * Uses a link or a code, once, in the browser that requested it. A new address gets its account here.
 * @param previousToken of the session that this one replaces
 */
export async function completeSignIn(
  proof: SignInProof,
  browserToken: string,
  previousToken: string | null,
): Promise<SignInResult> {
  const code = "code" in proof ? proof.code : null;
  const signIn: SignIn = { transaction: onDemandTransaction(), previousToken, mail: { browserToken, code } };
  const token = "token" in proof ? proof.token : proof.code;
  const signedIn = await completeSignInBy(mailProvider(), { query: { token } }, signIn);
  return signedIn ?? signIn.refusal ?? "expired";
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
    select: { mailSealed: true, emailSealed: true, emailIndex: true },
  });
  if (!request?.mailSealed) return "skipped";
  const { token, code } = mailContents.parse(
    JSON.parse(unsealFrom("sign_in_requests.mailSealed", requestId, request.mailSealed)),
  );
  const link = new URL(signInLinkPath(token), publicOrigin()).href;
  const to = unsealFrom("sign_in_requests.emailSealed", requestId, request.emailSealed);
  const wasGuessed = await isLimitReached("sign-in-guess", Buffer.from(request.emailIndex).toString("hex"));
  const result = await deliverMail({ to, key: mailKey("mail", requestId), ...signInMail(link, code, wasGuessed) });
  await db().signInRequest.updateMany({ where: { id: requestId }, data: { mailSealed: null } });
  return result;
}

/** Deletes expired requests. @returns how many */
export async function deleteExpiredSignInRequests(now = new Date()): Promise<number> {
  const { count } = await db().signInRequest.deleteMany({ where: { endsAt: { lt: now } } });
  return count;
}
