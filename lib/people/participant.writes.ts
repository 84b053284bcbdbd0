import { randomInt } from "node:crypto";
import { db, type Tx } from "@/lib/database/client";
import { RuleViolation } from "@/lib/errors";
import { makeAlias } from "@/lib/people/alias.rules";
import {
  findAccountParticipant,
  findParticipant,
  findParticipantByReceipt,
  type ParticipantView,
  participantOwnerIndex,
} from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { toBase32 } from "@/lib/security/base32";
import { keyedHash, newId, plainHash } from "@/lib/security/encryption";

export const maxAliasAttempts = 20;

/** The receipt that comes with a form: the same each time, so that a form sent twice gives one receipt. */
export const receiptForForm = (formId: string) => toBase32(keyedHash("receipt", formId));

/**
 * Who a person is in a strategy: found, or made with a fresh alias, inside the caller's transaction.
 * @param receipt wanted where `needsReceipt` of the policy says so; left aside otherwise
 * @throws RuleViolation when a receipt is needed and none is given, or it belongs to another strategy
 */
export async function findOrCreateParticipant(
  tx: Tx,
  person: Person,
  strategyId: string,
  receipt?: string,
): Promise<{ id: string; alias: string; isNew: boolean }> {
  const found = await findExistingParticipant(tx, person, strategyId, receipt);
  if (found) return requireStrategy(found, strategyId);
  const owner = ownerColumns(person, strategyId, receipt);
  for (let tries = 0; tries < maxAliasAttempts; tries++) {
    const [created] = await tx.participant.createManyAndReturn({
      data: [{ strategyId, alias: makeAlias((below) => randomInt(below)), ...owner }],
      skipDuplicates: true,
      select: { id: true, alias: true },
    });
    if (created) return { ...created, isNew: true };
    // either the alias is taken, or the same person's other request was first
    const existing = await findExistingParticipant(tx, person, strategyId, receipt);
    if (existing) return requireStrategy(existing, strategyId);
  }
  throw new Error("No free alias was found.");
}

/** A participant as a row: one that is there, or one that is yet to be inserted with what they write. */
export type ParticipantRow = {
  id: string;
  /** The one that is theirs; of somebody new, several to take the first free one of. */
  aliases: [string, ...string[]];
  isNew: boolean;
  ownerIndex: Uint8Array<ArrayBuffer> | null;
  receiptHash: Uint8Array<ArrayBuffer> | null;
};

/**
 * Who a person is in a strategy, for a command that inserts them in the same statement as their words. Where another
 * was first with the alias or the receipt the statement fails as taken: then ask again.
 * @param isFirst a receipt that nobody used yet need not be looked up
 * @throws RuleViolation as findOrCreateParticipant does
 */
export async function prepareParticipant(
  person: Person,
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
  const owner = { ownerIndex: null, receiptHash: null, ...ownerColumns(person, strategyId, receipt) };
  const newAlias = () => makeAlias((below) => randomInt(below));
  return { id: newId(), aliases: [newAlias(), newAlias(), newAlias(), newAlias()], isNew: true, ...owner };
}

async function findExistingParticipant(
  tx: Tx,
  person: Person,
  strategyId: string,
  receipt?: string,
): Promise<ParticipantView | null> {
  if (person.accountId) return findAccountParticipant(person.accountId, strategyId, tx);
  if (person.participantId && person.participantStrategyId === strategyId) {
    return findParticipant(person.participantId, tx);
  }
  return receipt ? findParticipantByReceipt(receipt, tx) : null;
}

function requireStrategy({ id, alias, strategyId }: ParticipantView, expectedStrategyId: string) {
  if (strategyId !== expectedStrategyId)
    throw new RuleViolation("This form was used for another strategy. Open the page again.");
  return { id, alias, isNew: false };
}

function ownerColumns(person: Person, strategyId: string, receipt?: string) {
  if (person.accountId) return { ownerIndex: participantOwnerIndex(person.accountId, strategyId) };
  if (!receipt)
    throw new RuleViolation("Your receipt is for another strategy. Sign out first: you get a new one here.");
  return { receiptHash: plainHash(receipt) };
}
