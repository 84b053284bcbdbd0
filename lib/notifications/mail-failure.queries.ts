import { db } from "@/lib/database/client";
import { maxMailRefusals } from "@/lib/notifications/mail.rules";

/** Mails of one kind that failed for one reason; a reason is a code of the mail server, and quotes nothing. */
export type MailFailureGroup = { task: string; reason: string; waiting: number; givenUp: number };

export type MailFailures = {
  groups: MailFailureGroup[];
  /** People to whom we stopped writing, because their mail server refused the address. */
  unreachable: number;
};

/** Which mails failed and why, without their text or to whom they go. */
export async function getMailFailures(): Promise<MailFailures> {
  const groups = await db().$queryRaw<MailFailureGroup[]>`
    SELECT task_identifier AS task, last_error AS reason, count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
      count(*) FILTER (WHERE attempts >= max_attempts)::int AS "givenUp"
    FROM graphile_worker.jobs WHERE task_identifier LIKE 'send-%' AND last_error IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
  const unreachable = await db().account.count({
    where: { emailSealed: { not: null }, mailRefusals: { gte: maxMailRefusals } },
  });
  return { groups, unreachable };
}
