import { NotFound } from "@/lib/errors";
import { seal, unseal } from "@/lib/security/encryption";

/** The mails that come by themselves. */
export type MailSubscription = "weekly" | "notices";

// also the names of what is sealed: links in mails that were sent hold them
const purposes: Record<MailSubscription, string> = { weekly: "stop-mail", notices: "stop-notices" };

/** Stands for an account in the link that stops one kind of mail; says nothing to whoever sees it. */
export const createUnsubscribeToken = (mails: MailSubscription, accountId: string) =>
  Buffer.from(seal(purposes[mails], accountId)).toString("base64url");

/** Whose token this is, and what it stops. @throws NotFound when it is none of ours */
export function readUnsubscribeToken(token: string): { mails: MailSubscription; accountId: string } {
  const sealed = Buffer.from(token, "base64url");
  for (const mails of ["weekly", "notices"] as const) {
    try {
      return { mails, accountId: unseal(purposes[mails], sealed) };
    } catch {
      // not that kind, or not ours
    }
  }
  throw new NotFound();
}
