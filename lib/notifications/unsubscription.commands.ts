import { db } from "@/lib/database/client";
import { type MailSubscription, readUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";

/**
 * Stops the mails that a mail's own token names, by the token alone: no sign-in. Again does no harm.
 * @returns which
 * @throws NotFound
 */
export async function unsubscribeByToken(token: string): Promise<MailSubscription> {
  const { mails, accountId } = readUnsubscribeToken(token);
  if (mails === "weekly") await db().follow.deleteMany({ where: { accountId } });
  else await db().account.updateMany({ where: { id: accountId }, data: { noticeMails: false } });
  return mails;
}
