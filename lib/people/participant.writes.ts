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
 * @param receipt needed where `needsReceipt` says so, ignored otherwise
 * @throws RuleViolation when a receipt is needed and none is given, or it belongs to another strategy
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
