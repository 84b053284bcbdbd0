import { randomInt } from "node:crypto";
import { db, type Tx, transact } from "@/lib/database/client";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { addJob, sealAccount } from "@/lib/jobs/queue";
import { recordMailResult } from "@/lib/notifications/mail-refusal.writes";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import {
  findNoticeRecipients,
  isReachable,
  listPendingNotices,
  type PendingNotice,
} from "@/lib/notifications/notice-mail.queries";
import { noticeMail } from "@/lib/notifications/notice-mail.rules";
import { createUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { unsealFrom } from "@/lib/security/sealed-columns";

const noticeBatchSize = 1_000;

/** A random moment of the twelve hours that follow: see the schedule of queue-notice-mails. */
const randomMomentOfDay = (now: Date) => new Date(now.getTime() + randomInt(12 * 60 * 60_000));

/**
 * The daily job: queues one mail for each author with unseen notices, at a random hour, so that the time of a mail does
 * not show the mail server, or who reads its log, whose comment was decided. A notice is claimed in the transaction that
 * queues its mail, so that it causes one mail only.
 * @returns how many mails
 */
export async function queueNoticeMails(now = new Date()): Promise<number> {
  const notified = new Set<string>();
  for (;;) {
    const notices = await listPendingNotices(noticeBatchSize);
    if (notices.length === 0) return notified.size;
    const accounts = await findNoticeRecipients(notices);
    const recipients = await transact((tx) => claimNotices(tx, notices, accounts, now));
    for (const accountId of recipients) notified.add(accountId);
  }
}

/** Claims notices, and queues the mails of those that no other process claimed first. @returns the accounts */
async function claimNotices(
  tx: Tx,
  notices: readonly PendingNotice[],
  accounts: Map<string, string>,
  now: Date,
): Promise<Set<string>> {
  const claimed = await tx.notice.updateManyAndReturn({
    where: { id: { in: notices.map(({ id }) => id) }, emailProcessedAt: null },
    data: { emailProcessedAt: now },
    select: { id: true },
  });
  const ids = new Set(claimed.map(({ id }) => id));
  const recipients = new Set<string>();
  for (const { id, participantId, ownerIndex } of notices) {
    const accountId = ids.has(id) && ownerIndex ? accounts.get(participantId) : undefined;
    if (accountId !== undefined) recipients.add(accountId);
  }
  for (const accountId of recipients) {
    const payload = { account: sealAccount(accountId), requestedAt: now.toISOString() };
    // replaces a mail that still waits for its hour or for the mail server
    const key = `notice-mail ${accountId}`;
    await addJob(tx, "send-notice-mail", payload, { key, startsAt: randomMomentOfDay(now) });
  }
  return recipients;
}

/**
 * Sends an author the mail about new notices, unless they have seen them all meanwhile.
 * @param requestedAt when the mail was queued
 * @throws MailFailure when it should be tried again
 */
export async function sendNoticeMail(accountId: string, requestedAt: Date): Promise<MailResult> {
  const account = await db().account.findUnique({
    where: { id: accountId, ...isReachable, noticeMails: true },
    select: { emailSealed: true },
  });
  if (!account?.emailSealed) return "skipped";
  const participantId = { in: await listOwnParticipantIds({ ...visitor, accountId }) };
  if ((await db().notice.count({ where: { participantId, emailProcessedAt: requestedAt, seenAt: null } })) === 0)
    return "skipped";
  const { ORIGIN, PORT } = env();
  const absoluteUrl = (path: string) => new URL(path, ORIGIN ?? `http://localhost:${PORT}`).href;
  const token = createUnsubscribeToken("notices", accountId);
  const key = mailKey("notice-mail", `${accountId} ${requestedAt.toISOString()}`);
  const mail = noticeMail(absoluteUrl(paths.my), absoluteUrl(paths.unsubscribe(token)));
  const unsubscribeUrl = absoluteUrl(paths.unsubscribeNow(token));
  const result = await deliverMail({
    to: unsealFrom("accounts.emailSealed", accountId, account.emailSealed),
    key,
    unsubscribeUrl,
    ...mail,
  });
  await transact((tx) => recordMailResult(tx, accountId, result));
  return result;
}

/** Turns mails about new notices on or off; on also where we had stopped by ourselves. @throws NotFound (we have no address of theirs) */
export async function setNoticeMails({ accountId }: Person, noticeMails: boolean): Promise<void> {
  if (!accountId) throw new NotFound();
  const { count } = await db().account.updateMany({
    where: { id: accountId, emailSealed: { not: null } },
    data: { noticeMails, ...(noticeMails && { mailRefusals: 0 }) },
  });
  if (count === 0) throw new NotFound();
}
