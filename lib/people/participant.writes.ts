import { randomInt } from "node:crypto";
import type { Tx } from "@/lib/database/client";
import { makeAlias } from "@/lib/people/alias.rules";
import {
  findExistingParticipant,
  type PersonIds,
  participantOwnerColumns,
  requireStrategy,
} from "@/lib/people/participant.queries";

export const maxAliasAttempts = 20;

/**
 * A person's participant in a strategy, created with a new alias if there is none.
 * @param receipt required where `needsReceipt` is true, ignored otherwise
 * @throws RuleViolation when a required receipt is missing, or belongs to another strategy
 */
export async function findOrCreateParticipant(
  tx: Tx,
  person: PersonIds,
  strategyId: string,
  receipt?: string,
): Promise<{ id: string; alias: string; isNew: boolean }> {
  const found = await findExistingParticipant(tx, person, strategyId, receipt);
  if (found) return requireStrategy(found, strategyId);
  const owner = participantOwnerColumns(person, strategyId, receipt);
  for (let tries = 0; tries < maxAliasAttempts; tries++) {
    const [created] = await tx.participant.createManyAndReturn({
      data: [{ strategyId, alias: makeAlias((below) => randomInt(below)), ...owner }],
      skipDuplicates: true,
      select: { id: true, alias: true },
    });
    if (created) return { ...created, isNew: true };
    // either the alias is taken, or another request of the same person came first
    const existing = await findExistingParticipant(tx, person, strategyId, receipt);
    if (existing) return requireStrategy(existing, strategyId);
  }
  throw new Error("No free alias was found.");
}

/** Creates participants with these ids where they do not exist yet, each with a new alias. They cannot sign in. */
export async function createImportedParticipants(tx: Tx, strategyId: string, ids: readonly string[]): Promise<void> {
  let missing = [...ids];
  for (let tries = 0; tries < maxAliasAttempts; tries++) {
    const existing = await tx.participant.findMany({ where: { id: { in: missing } }, select: { id: true } });
    const known = new Set(existing.map(({ id }) => id));
    missing = missing.filter((id) => !known.has(id)); // the alias that was drawn for them was taken
    if (missing.length === 0) return;
    await tx.participant.createMany({
      data: missing.map((id) => ({ id, strategyId, alias: makeAlias((below) => randomInt(below)) })),
      skipDuplicates: true,
    });
  }
  throw new Error("No free aliases were found.");
}
