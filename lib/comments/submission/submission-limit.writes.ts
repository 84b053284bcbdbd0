import { NeedsPuzzle, TooMany } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { isSolved } from "@/lib/security/proof-of-work";
import { isWithin, isWithinLimit, type Limited } from "@/lib/security/rate-limit";

/** Who sends: the network as the front names it, and the solution of a puzzle, "" where none was asked for. */
export type Sender = { client: string; puzzle: string };

/**
 * Holds out scripts that send comments and replies: an account's own limit; for people without an account, who cost
 * nothing to make, that of their network. Beyond it each takes a puzzle, so that a hall of people goes on and a script
 * grows slow. Called once before a comment is written.
 * @throws TooMany, NeedsPuzzle
 */
export async function guardSending(person: Person, sender: Sender): Promise<void> {
  const { what, who } = sendingLimit(person, sender);
  if (!(await isWithinLimit(what, who))) await answerTooMany(person, sender);
}

/** The same, where a larger statement has counted by sendingLimit. @param points as it gave them */
export async function guardCounted(person: Person, sender: Sender, points: number): Promise<void> {
  if (!isWithin(sendingLimit(person, sender).what, points)) await answerTooMany(person, sender);
}

export const sendingLimit = ({ accountId }: Person, { client }: Sender): { what: Limited; who: string } =>
  accountId ? { what: "comment", who: accountId } : { what: "network-comments", who: client };

async function answerTooMany({ accountId }: Person, { puzzle }: Sender): Promise<void> {
  if (accountId)
    throw new TooMany("That was a lot in a short time. Wait a quarter of an hour, then send it. Your words are below.");
  if (!(puzzle && (await isSolved(puzzle)))) throw new NeedsPuzzle();
}
