import { db } from "@/lib/database/client";
import { maxMailRefusals } from "@/lib/notifications/mail.rules";
import { participantOwnerIndex } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

/** Accounts with an address to which mail arrives, as far as we know. */
export const isReachable = { emailSealed: { not: null }, erasedAt: null, mailRefusals: { lt: maxMailRefusals } };

/** An unclaimed notice; `ownerIndex` is null when it causes no mail. */
export type PendingNotice = { id: string; participantId: string; strategyId: string; ownerIndex: Uint8Array | null };

/** Unclaimed notices. Seen notices, and those of participants with a receipt, cause no mail. */
export async function listPendingNotices(take: number): Promise<PendingNotice[]> {
  return db().$queryRaw<PendingNotice[]>`
    SELECT n.id, n."participantId", p."strategyId",
      CASE WHEN n."seenAt" IS NULL THEN p."ownerIndex" END AS "ownerIndex"
    FROM (SELECT * FROM notices WHERE "emailProcessedAt" IS NULL LIMIT ${take}) n
    JOIN participants p ON p.id = n."participantId"`;
}

const accountBatchSize = 2_000;

/**
 * The accounts of these participants, if they have an address and want mails. No table links a participant to an
 * account (docs/decisions/0007), so every account's index is computed and compared.
 * @returns account id by participant id
 */
export async function findNoticeRecipients(notices: readonly PendingNotice[]): Promise<Map<string, string>> {
  const remaining = new Map(
    notices.flatMap(({ ownerIndex, participantId }) => (ownerIndex ? [[hex(ownerIndex), participantId]] : [])),
  );
  const strategies = [...new Set(notices.flatMap(({ ownerIndex, strategyId }) => (ownerIndex ? [strategyId] : [])))];
  const accountByParticipant = new Map<string, string>();
  let after = "";
  while (remaining.size > 0) {
    const accounts = await db().account.findMany({
      where: { id: { gt: after }, ...isReachable, noticeMails: true },
      orderBy: { id: "asc" },
      take: accountBatchSize,
      select: { id: true },
    });
    for (const { id } of accounts) {
      for (const strategyId of strategies) {
        const index = hex(participantOwnerIndex(id, strategyId));
        const participantId = remaining.get(index);
        if (participantId === undefined) continue;
        accountByParticipant.set(participantId, id);
        remaining.delete(index);
      }
    }
    if (accounts.length < accountBatchSize) break;
    after = accounts.at(-1)?.id ?? after;
  }
  return accountByParticipant;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Whether a person gets mails about new notices; null when we have no address of theirs. */
export async function wantsNoticeMails({ accountId }: Person): Promise<boolean | null> {
  if (!accountId) return null;
  const account = await db().account.findUnique({
    where: { id: accountId, emailSealed: { not: null } },
    select: { noticeMails: true },
  });
  return account?.noticeMails ?? null;
}

/** Whether we stopped writing to a person because their mail server refuses the address. */
export async function hasUnreachableAddress({ accountId }: Person): Promise<boolean> {
  if (!accountId) return false;
  const where = { id: accountId, emailSealed: { not: null }, mailRefusals: { gte: maxMailRefusals } };
  return (await db().account.count({ where })) > 0;
}
