import { randomInt } from "node:crypto";
import { cache } from "react";
import { db, type Tx } from "@/lib/database/client";
import { RuleViolation } from "@/lib/errors";
import { makeAlias } from "@/lib/people/alias.rules";
import type { Person } from "@/lib/people/person.policy";
import { toBase32 } from "@/lib/security/base32";
import { keyedHash, newId, plainHash } from "@/lib/security/encryption";

export type ParticipantView = { id: string; strategyId: string; alias: string };

/** What identifies a person as a participant. */
export type PersonIds = Pick<Person, "accountId" | "participantId" | "participantStrategyId">;

const columns = { id: true, strategyId: true, alias: true } as const;

/** Finds an account's participant in one strategy. Without the key nobody can link the two. */
export const participantOwnerIndex = (accountId: string, strategyId: string) =>
  keyedHash("owner", `${accountId}|${strategyId}`);

/** The participant of a receipt. @param receipt as the schema returns it */
export function findParticipantByReceipt(receipt: string, tx: Tx = db()): Promise<ParticipantView | null> {
  return tx.participant.findUnique({ where: { receiptHash: plainHash(receipt) }, select: columns });
}

/** An account's participant in one strategy; null before its first comment there. */
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

/**
 * The ids of a person’s participants: the one of their receipt, or one for each strategy in which the account took
 * part.
 */
export const listOwnParticipantIds = cache(async (person: Person): Promise<string[]> => {
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
});

/** Whether a participant withdrew their consent to our keeping what they write. */
export async function hasWithdrawnConsent(id: string): Promise<boolean> {
  return (await db().participant.count({ where: { id, NOT: { consentEndedAt: null } } })) > 0;
}

/** The receipt for a form: always the same one, so that a form sent twice gives one receipt. */
export const receiptForForm = (formId: string) => toBase32(keyedHash("receipt", formId));

/** A participant's row: an existing one, or a new one to be inserted together with a comment. */
export type ParticipantRow = {
  id: string;
  /** The participant's alias; for a new one several, of which the first free one is used. */
  aliases: [string, ...string[]];
  isNew: boolean;
  ownerIndex: Uint8Array<ArrayBuffer> | null;
  receiptHash: Uint8Array<ArrayBuffer> | null;
};

/**
 * A person's participant in a strategy, for a command that inserts them in the same statement as their comment. When
 * the alias or the receipt was taken meanwhile, that statement fails with a unique violation: then call this again.
 * @param isFirst whether the receipt cannot have been used yet, so that it is not looked up
 * @throws RuleViolation as findOrCreateParticipant does
 */
export async function prepareParticipant(
  person: PersonIds,
  strategyId: string,
  receipt: string | undefined,
  isFirst: boolean,
): Promise<ParticipantRow> {
  const isUnknown = person.accountId === null && person.participantId === null && isFirst;
  const found = isUnknown ? null : await findExistingParticipant(db(), person, strategyId, receipt);
  if (found) {
    const { alias, ...row } = requireStrategy(found, strategyId);
    return { ...row, aliases: [alias], ownerIndex: null, receiptHash: null };
  }
  const owner = { ownerIndex: null, receiptHash: null, ...participantOwnerColumns(person, strategyId, receipt) };
  const newAlias = () => makeAlias((below) => randomInt(below));
  return { id: newId(), aliases: [newAlias(), newAlias(), newAlias(), newAlias()], isNew: true, ...owner };
}

/** A person's participant in a strategy, by account, session or receipt; null when there is none. */
export async function findExistingParticipant(
  tx: Tx,
  person: PersonIds,
  strategyId: string,
  receipt?: string,
): Promise<ParticipantView | null> {
  if (person.accountId) return findAccountParticipant(person.accountId, strategyId, tx);
  if (person.participantId && person.participantStrategyId === strategyId) {
    return findParticipant(person.participantId, tx);
  }
  return receipt ? findParticipantByReceipt(receipt, tx) : null;
}

/** @throws RuleViolation when the participant belongs to another strategy */
export function requireStrategy({ id, alias, strategyId }: ParticipantView, expectedStrategyId: string) {
  if (strategyId !== expectedStrategyId)
    throw new RuleViolation("This form was used for another strategy. Open the page again.");
  return { id, alias, isNew: false };
}

/**
 * The columns by which a person finds a new participant again.
 * @throws RuleViolation when a required receipt is missing
 */
export function participantOwnerColumns(person: PersonIds, strategyId: string, receipt?: string) {
  if (person.accountId) return { ownerIndex: participantOwnerIndex(person.accountId, strategyId) };
  if (!receipt)
    throw new RuleViolation(
      "You are no longer signed in. Sign in again, or send this again to continue without an account.",
    );
  return { receiptHash: plainHash(receipt) };
}
