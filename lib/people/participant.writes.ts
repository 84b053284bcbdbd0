import { randomInt } from "node:crypto";
import { db, type Tx } from "@/lib/database/client";
import { Refused } from "@/lib/errors";
import { makeAlias, toReceipt } from "@/lib/people/alias.rules";
import {
  findParticipant,
  findParticipantByReceipt,
  findParticipantOf,
  ownerIndexOf,
  type ParticipantView,
} from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash, newId, plainHash } from "@/lib/security/encryption";

export const aliasTries = 20;

/** The receipt that comes with a form: the same each time, so that a form sent twice gives one receipt. */
export const receiptFor = (formId: string) => toReceipt(keyedHash("receipt", formId));

/**
 * Who a person is in a strategy: found, or made with a fresh alias, inside the caller's transaction.
 * @param receipt wanted where `needsReceipt` of the policy says so; left aside otherwise
 * @throws Refused when a receipt is needed and none is given, or it belongs to another strategy
 */
export async function participantFor(
  tx: Tx,
  person: Person,
  strategyId: string,
  receipt?: string,
): Promise<{ id: string; alias: string; isNew: boolean }> {
  const found = await find(tx, person, strategyId, receipt);
  if (found) return known(found, strategyId);
  const owner = ownership(person, strategyId, receipt);
  for (let tries = 0; tries < aliasTries; tries++) {
    const [made] = await tx.participant.createManyAndReturn({
      data: [{ strategyId, alias: makeAlias((below) => randomInt(below)), ...owner }],
      skipDuplicates: true,
      select: { id: true, alias: true },
    });
    if (made) return { ...made, isNew: true };
    // either the alias is taken, or the same person's other request was first
    const first = await find(tx, person, strategyId, receipt);
    if (first) return known(first, strategyId);
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
 * @throws Refused as participantFor does
 */
export async function proposeParticipant(
  person: Person,
  strategyId: string,
  receipt: string | undefined,
  isFirst: boolean,
): Promise<ParticipantRow> {
  const isUnknown = person.accountId === null && person.participantId === null && isFirst;
  const found = isUnknown ? null : await find(db(), person, strategyId, receipt);
  if (found) {
    const { alias, ...row } = known(found, strategyId);
    return { ...row, aliases: [alias], ownerIndex: null, receiptHash: null };
  }
  const owner = { ownerIndex: null, receiptHash: null, ...ownership(person, strategyId, receipt) };
  const one = () => makeAlias((below) => randomInt(below));
  return { id: newId(), aliases: [one(), one(), one(), one()], isNew: true, ...owner };
}

async function find(tx: Tx, person: Person, strategyId: string, receipt?: string): Promise<ParticipantView | null> {
  if (person.accountId) return findParticipantOf(person.accountId, strategyId, tx);
  if (person.participantId && person.participantStrategyId === strategyId) {
    return findParticipant(person.participantId, tx);
  }
  return receipt ? findParticipantByReceipt(receipt, tx) : null;
}

function known({ id, alias, strategyId }: ParticipantView, wanted: string) {
  if (strategyId !== wanted) throw new Refused("This form was used for another strategy. Open the page again.");
  return { id, alias, isNew: false };
}

function ownership(person: Person, strategyId: string, receipt?: string) {
  if (person.accountId) return { ownerIndex: ownerIndexOf(person.accountId, strategyId) };
  if (!receipt) throw new Refused("Your receipt is for another strategy. Sign out first: you get a new one here.");
  return { receiptHash: plainHash(receipt) };
}
