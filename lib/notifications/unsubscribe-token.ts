import { NotFound } from "@/lib/errors";
import { seal, unseal } from "@/lib/security/encryption";

/** The subscriptions. */
export type MailSubscription = "weekly" | "notices";

// sealed into links of mails that were sent: never change them
const purposes: Record<MailSubscription, string> = { weekly: "stop-mail", notices: "stop-notices" };

/** A token for the link that stops one kind of mail. It reveals nothing of the account. */
export const createUnsubscribeToken = (mails: MailSubscription, accountId: string) =>
  Buffer.from(seal(purposes[mails], accountId)).toString("base64url");

/** The account and subscription of a token. @throws NotFound when it is invalid */
export function readUnsubscribeToken(token: string): { mails: MailSubscription; accountId: string } {
  const sealed = Buffer.from(token, "base64url");
  for (const mails of ["weekly", "notices"] as const) {
    try {
      return { mails, accountId: unseal(purposes[mails], sealed) };
    } catch {
      // sealed for the other subscription, or invalid
    }
  }
  throw new NotFound();
}
