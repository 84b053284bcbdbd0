import type { Tx } from "@/lib/database/client";
import type { MailResult } from "@/lib/notifications/mailer";

/** Counts mails in a row that an account's mail server refused for good; one that it takes starts the count again. */
export async function recordMailResult(tx: Tx, accountId: string, result: MailResult): Promise<void> {
  if (result === "refused")
    await tx.account.updateMany({ where: { id: accountId }, data: { mailRefusals: { increment: 1 } } });
  if (result === "sent")
    await tx.account.updateMany({ where: { id: accountId, mailRefusals: { gt: 0 } }, data: { mailRefusals: 0 } });
}
