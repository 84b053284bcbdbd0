import { db } from "@/lib/database/client";
import { type MailSubscription, readUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";

/**
 * Ends the subscription of a token, without signing in. A second call has no effect.
 * @returns the subscription
 * @throws NotFound
 */
export async function unsubscribeByToken(token: string): Promise<MailSubscription> {
  const { mails, accountId } = readUnsubscribeToken(token);
  if (mails === "weekly") await db().follow.deleteMany({ where: { accountId } });
  else await db().account.updateMany({ where: { id: accountId }, data: { noticeMails: false } });
  return mails;
}
