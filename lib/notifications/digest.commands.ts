import { db, transact } from "@/lib/database/client";
import { env } from "@/lib/env";
import { addJob, sealAccount } from "@/lib/jobs/queue";
import { listDigestItems } from "@/lib/notifications/digest.queries";
import { digestMail, previousWeek } from "@/lib/notifications/digest.rules";
import { listDigestRecipients } from "@/lib/notifications/follow.queries";
import { recordMailResult } from "@/lib/notifications/mail-refusal.writes";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import { isReachable } from "@/lib/notifications/notice-mail.queries";
import { createUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { paths } from "@/lib/routes";
import { unsealFrom } from "@/lib/security/sealed-columns";

/** The job of Monday morning: queues a mail for each account that follows something. @returns how many */
export async function queueDigests(now = new Date()): Promise<number> {
  const week = previousWeek(now);
  const accounts = await listDigestRecipients(week);
  for (const accountId of accounts) {
    await db().$transaction((tx) =>
      addJob(tx, "send-digest", { account: sealAccount(accountId), week: week.toISOString() }),
    );
  }
  return accounts.length;
}

/**
 * Sends an account the digest of a week, once, and only when there is something new.
 * @throws MailFailure when it should be tried again
 */
export async function sendDigest(accountId: string, week: Date): Promise<MailResult> {
  const account = await db().account.findUnique({
    where: { id: accountId, ...isReachable },
    select: { emailSealed: true, digest: true },
  });
  if (!account?.emailSealed || (account.digest && account.digest.week >= week)) return "skipped";
  const { ORIGIN, PORT } = env();
  const origin = ORIGIN ?? `http://localhost:${PORT}`;
  const items = await listDigestItems(accountId, week, origin);
  if (items.length === 0) return "skipped";
  const token = createUnsubscribeToken("weekly", accountId);
  const key = mailKey("digest", `${accountId} ${week.toISOString()}`);
  const mail = digestMail(items, new URL(paths.unsubscribe(token), origin).href);
  const unsubscribeUrl = new URL(paths.unsubscribeNow(token), origin).href;
  const result = await deliverMail({
    to: unsealFrom("accounts.emailSealed", accountId, account.emailSealed),
    key,
    unsubscribeUrl,
    ...mail,
  });
  await transact(async (tx) => {
    await tx.digest.upsert({ where: { accountId }, create: { accountId, week }, update: { week } });
    await recordMailResult(tx, accountId, result);
  });
  return result;
}
