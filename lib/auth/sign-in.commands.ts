import { randomInt } from "node:crypto";
import { z } from "zod";
import { recordEvent } from "@/lib/audit/record.writes";
import { codeHashOf, findRequest, isRight, type Proof } from "@/lib/auth/sign-in.queries";
import { codeTries, homeOf, linkPath, signInLasts, signInMail } from "@/lib/auth/sign-in.rules";
import { db, type Tx } from "@/lib/database/client";
import { ourOrigin } from "@/lib/env";
import { TooMany } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import { MailFailure, sendMail } from "@/lib/notifications/mailer";
import { keptAddress } from "@/lib/people/account.writes";
import { keyedHash, plainHash, randomSecret, seal, unseal } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import type { Role } from "@/prisma/generated/enums";

export type Asked = {
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
 * @throws TooMany
 */
export async function askToSignIn({ email, browserToken, returnTo, client }: Asked): Promise<void> {
  const { emailIndex, emailSealed } = keptAddress(email);
  const isAllowed =
    (await isWithinLimit("sign-in-client", client)) &&
    (await isWithinLimit("sign-in-address", Buffer.from(emailIndex).toString("hex")));
  if (!isAllowed)
    throw new TooMany("You asked for many mails in a short time. Wait a quarter of an hour, then try again.");
  const token = randomSecret();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const linkHash = plainHash(token);
  await db().$transaction(async (tx) => {
    const { id } = await tx.signInRequest.create({
      data: {
        emailIndex,
        emailSealed,
        linkHash,
        codeHash: codeHashOf(code, linkHash),
        mailSealed: seal("sign-in-mail", JSON.stringify({ token, code })),
        browserHash: plainHash(browserToken),
        returnTo,
        endsAt: new Date(Date.now() + signInLasts),
      },
      select: { id: true },
    });
    await addJob(tx, "send-sign-in-mail", { requestId: id });
  });
}

/** "wrong": the code is not right, try again; "over": used, too old, of another browser, or tried too often. */
export type SignInResult = { accountId: string; goTo: string } | "wrong" | "over";

/**
 * Uses a link or a code, once, in the browser that asked. An address that is new to us gets its account here.
 */
export async function consumeSignIn(proof: Proof, browserToken: string): Promise<SignInResult> {
  const now = new Date();
  const request = await findRequest(proof, browserToken, now);
  if (!request) return "over";
  const unused = { id: request.id, usedAt: null, endsAt: { gt: now } };
  // counted before it is looked at, and outside the transaction: of many tries at once, five are looked at
  const { count } = await db().signInRequest.updateMany({
    where: { ...unused, attempts: { lt: codeTries } },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) return "over";
  if (!isRight(proof, request)) return "wrong";
  return db().$transaction(async (tx) => {
    const used = await tx.signInRequest.updateMany({ where: unused, data: { usedAt: now, mailSealed: null } });
    if (used.count === 0) return "over";
    const { id, roles } = await openAccount(tx, request);
    return { accountId: id, goTo: request.returnTo ?? homeOf(roles) };
  });
}

type Address = { emailIndex: Uint8Array; emailSealed: Uint8Array };

async function openAccount(tx: Tx, { emailIndex, emailSealed }: Address): Promise<{ id: string; roles: Role[] }> {
  const address = { emailIndex: Uint8Array.from(emailIndex), emailSealed: Uint8Array.from(emailSealed) };
  const { id, grants } = await tx.account.upsert({
    where: { emailIndex: address.emailIndex },
    create: address,
    update: {},
    select: { id: true, grants: { where: { endedAt: null }, select: { role: true } } },
  });
  // when a participant came is nobody's business
  if (grants.length) await recordEvent(tx, { deed: "people.signIn", accountId: id, subject: `account:${id}` });
  return { id, roles: grants.map(({ role }) => role) };
}

const mailContents = z.object({ token: z.string(), code: z.string() });

/**
 * The job that sends a sign-in mail, unless it was sent, used, or is too old to be of use. Once the mail server has
 * taken it, link and code are forgotten.
 * @returns what became of it
 * @throws MailFailure when it should be tried again
 */
export async function sendSignInMail(requestId: string): Promise<"sent" | "kept" | "needless" | "refused"> {
  const request = await db().signInRequest.findUnique({
    where: { id: requestId, usedAt: null, endsAt: { gt: new Date() } },
    select: { mailSealed: true, emailSealed: true },
  });
  if (!request?.mailSealed) return "needless";
  const { token, code } = mailContents.parse(JSON.parse(unseal("sign-in-mail", request.mailSealed)));
  const link = new URL(linkPath(token), ourOrigin()).href;
  const key = Buffer.from(keyedHash("mail", requestId)).toString("hex").slice(0, 32);
  const result = await deliver(() =>
    sendMail({ to: unseal("email", request.emailSealed), key, ...signInMail(link, code) }),
  );
  await db().signInRequest.updateMany({ where: { id: requestId }, data: { mailSealed: null } });
  return result;
}

async function deliver(send: () => Promise<"sent" | "kept">): Promise<"sent" | "kept" | "refused"> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof MailFailure && error.kind === "final") return "refused";
    throw error;
  }
}

/** Forgets the requests whose time is over. @returns how many */
export async function forgetOldRequests(now = new Date()): Promise<number> {
  const { count } = await db().signInRequest.deleteMany({ where: { endsAt: { lt: now } } });
  return count;
}
