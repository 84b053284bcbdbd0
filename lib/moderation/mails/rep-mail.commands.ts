import { db, transact } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { publicOrigin } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { addJob, sealAccount } from "@/lib/jobs/queue";
import {
  countForRepMail,
  findReachableRep,
  listReachableReps,
  listStoppedKinds,
} from "@/lib/moderation/mails/rep-mail.queries";
import { repMail } from "@/lib/moderation/mails/rep-mail.rules";
import type { RepMailInput } from "@/lib/moderation/mails/rep-mail.schema";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { recordMailResult } from "@/lib/notifications/mail-refusal.writes";
import { deliverMail, type MailResult, mailKey } from "@/lib/notifications/mailer";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { unsealFrom } from "@/lib/security/sealed-columns";
import { RepMailKind } from "@/prisma/generated/enums";

/** Sets what a rep is emailed about: these kinds and no others. @throws NotFound (not a rep) */
export async function setRepMails(person: Person, { kinds }: RepMailInput): Promise<void> {
  const { accountId } = person;
  if (!accountId || repAreaIds(person).length === 0) throw new NotFound();
  const stopped = Object.values(RepMailKind).filter((kind) => !kinds.includes(kind));
  await db().$transaction(async (tx) => {
    await tx.repMailStop.deleteMany({ where: { accountId } });
    await tx.repMailStop.createMany({ data: stopped.map((kind) => ({ accountId, kind })), skipDuplicates: true });
  });
}

/** The job of every morning: queues a mail for each rep with an address, once a day. @returns how many */
export async function queueRepMails(now = new Date()): Promise<number> {
  const accounts = await listReachableReps(now);
  for (const accountId of accounts)
    await db().$transaction((tx) =>
      addJob(
        tx,
        "send-rep-mail",
        { account: sealAccount(accountId), requestedAt: now.toISOString() },
        { key: `rep-mail ${accountId}` },
      ),
    );
  return accounts.length;
}

/**
 * Sends a rep what waits for them, if it is something they want to hear about; not when the day is over.
 * @throws MailFailure when it should be tried again
 */
export async function sendRepMail(accountId: string, requestedAt: Date, now = new Date()): Promise<MailResult> {
  const day = isoDay(requestedAt);
  const found = isoDay(now) === day ? await findReachableRep(accountId, now) : null;
  if (!found) return "skipped";
  const { person, emailSealed } = found;
  const [counts, stopped] = await Promise.all([countForRepMail(person, now), listStoppedKinds(accountId)]);
  const origin = publicOrigin();
  const mail = repMail(counts, stopped, {
    queue: `${origin}${paths.moderation}`,
    settings: `${origin}${paths.repMails}`,
  });
  if (!mail) return "skipped";
  const to = unsealFrom("accounts.emailSealed", accountId, emailSealed);
  const result = await deliverMail({ to, key: mailKey("rep", `${accountId} ${day}`), ...mail });
  await transact((tx) => recordMailResult(tx, accountId, result));
  return result;
}
