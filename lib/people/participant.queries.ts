import { db, type Tx } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash, plainHash } from "@/lib/security/encryption";

export type ParticipantView = { id: string; strategyId: string; alias: string };

const columns = { id: true, strategyId: true, alias: true } as const;

/** How an account is known in one strategy. Only who holds the key and knows both can link the two. */
export const participantOwnerIndex = (accountId: string, strategyId: string) =>
  keyedHash("owner", `${accountId}|${strategyId}`);

/** Whose receipt this is. @param receipt as the schema gives it */
export function findParticipantByReceipt(receipt: string, tx: Tx = db()): Promise<ParticipantView | null> {
  return tx.participant.findUnique({ where: { receiptHash: plainHash(receipt) }, select: columns });
}

/** Who an account is in one strategy; null before its first comment there. */
export function findAccountParticipant(
  accountId: string,
  strategyId: string,
  tx: Tx = db(),
): Promise<ParticipantView | null> {
  return tx.participant.findUnique({
    where: { ownerIndex: participantOwnerIndex(accountId, strategyId) },
    select: columns,
  });
}

export function findParticipant(id: string, tx: Tx = db()): Promise<ParticipantView | null> {
  return tx.participant.findUnique({ where: { id }, select: columns });
}

/** The ids of a person’s participants: the one of their receipt, or one for each strategy in which the account took part. */
export async function listOwnParticipantIds(person: Person): Promise<string[]> {
  if (person.participantId) return [person.participantId];
  const { accountId } = person;
  if (!accountId) return [];
  const strategies = await db().strategy.findMany({ select: { id: true } });
  const indexes = strategies.map(({ id }) => participantOwnerIndex(accountId, id));
  const participants = await db().participant.findMany({
    where: { ownerIndex: { in: indexes } },
    select: { id: true },
  });
  return participants.map(({ id }) => id);
}

/** Whether a participant took back their agreement to our keeping what they say. */
export async function hasWithdrawnConsent(id: string): Promise<boolean> {
  return (await db().participant.count({ where: { id, NOT: { consentEndedAt: null } } })) > 0;
}
