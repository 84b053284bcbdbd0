import { headLine } from "@/lib/audit/head.rules";
import { listNewestHeads } from "@/lib/audit/record.queries";
import { db, transact } from "@/lib/database/client";
import { isoDay, startOfWeek } from "@/lib/dates";
import { publicOrigin } from "@/lib/env";
import { addJob, sealAccount } from "@/lib/jobs/queue";
import { headMail } from "@/lib/notifications/head-mail.rules";
import { recordMailResult } from "@/lib/notifications/mail-refusal.writes";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import { isReachable } from "@/lib/notifications/notice-mail.queries";
import { liveGrants } from "@/lib/people/grant.queries";
import { paths } from "@/lib/routes";
import { unsealFrom } from "@/lib/security/sealed-columns";

const isUnionOfficer = () => ({
  ...isReachable,
  grants: { some: { role: "union_officer" as const, ...liveGrants() } },
});

/** The job of Monday morning: queues a mail with the heads of the records for each officer of a union. @returns how many */
export async function queueHeadMails(): Promise<number> {
  const accounts = await db().account.findMany({ where: isUnionOfficer(), select: { id: true } });
  for (const { id } of accounts)
    await db().$transaction((tx) => addJob(tx, "send-head-mail", { account: sealAccount(id) }));
  return accounts.length;
}

/** Sends an officer of a union the newest head of each record. @throws MailFailure when it should be tried again */
export async function sendHeadMail(accountId: string, now = new Date()): Promise<MailResult> {
  const account = await db().account.findUnique({
    where: { id: accountId, ...isUnionOfficer() },
    select: { emailSealed: true },
  });
  const heads = await listNewestHeads();
  if (!account?.emailSealed || heads.length === 0) return "skipped";
  const mail = headMail(heads.map(headLine), `${publicOrigin()}${paths.transparency}`);
  const to = unsealFrom("accounts.emailSealed", accountId, account.emailSealed);
  const result = await deliverMail({ to, key: mailKey("heads", `${accountId} ${isoDay(startOfWeek(now))}`), ...mail });
  await transact((tx) => recordMailResult(tx, accountId, result));
  return result;
}
