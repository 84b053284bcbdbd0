import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, transact } from "@/lib/database/client";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { visitor } from "@/lib/people/person.policy";

/**
 * After the mail server was repaired: retries every failed mail at once, also those that were given up, and mails the
 * people to whom we had stopped writing about every notice that they have not seen. For the operator. Safe to repeat.
 * @returns how many mails are tried again, and how many people are written to again
 */
export async function resendFailedMails(): Promise<{ mails: number; people: number }> {
  const accounts = await db().account.findMany({
    where: { emailSealed: { not: null }, mailRefusals: { gt: 0 } },
    select: { id: true },
  });
  for (const { id } of accounts) {
    const participantId = { in: await listOwnParticipantIds({ ...visitor, accountId: id }) };
    await transact(async (tx) => {
      await tx.account.update({ where: { id }, data: { mailRefusals: 0 } });
      await tx.notice.updateMany({ where: { participantId, seenAt: null }, data: { emailProcessedAt: null } });
    });
  }
  return transact(async (tx) => {
    const jobs = await tx.$queryRaw<{ id: string }[]>`
      SELECT j.id::text FROM graphile_worker.reschedule_jobs(
        (SELECT coalesce(array_agg(id), '{}') FROM graphile_worker.jobs
          WHERE task_identifier LIKE 'send-%' AND last_error IS NOT NULL AND locked_at IS NULL),
        run_at => now(), attempts => 0) j`;
    const resent = { mails: jobs.length, people: accounts.length };
    await recordAuditEvent(tx, { action: "mail.resend", accountId: null, subject: "mail", details: resent });
    return resent;
  });
}
