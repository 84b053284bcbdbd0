import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { listDuplicates } from "@/lib/moderation/queue/case.queries";
import type { Person } from "@/lib/people/person.policy";

/**
 * Decides a case, and in the same way every open case with the same words: each by itself, with its own place on the
 * record and its own notice. Only texts that are the same can be decided together. Those that this person may not
 * decide, or that somebody just did, are left.
 * @returns how many were decided
 */
export async function decideDuplicates(person: Person, caseId: string, input: DecisionInput): Promise<number> {
  const others = await listDuplicates(person, caseId);
  await decideCase(person, caseId, input);
  let decided = 1;
  for (const { id, version } of others) {
    try {
      await decideCase(person, id, { ...input, version });
      decided++;
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof RuleViolation || error instanceof NotFound)) throw error;
    }
  }
  return decided;
}
