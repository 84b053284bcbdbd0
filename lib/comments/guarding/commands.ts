import { NeedsPuzzle, TooMany } from "@/lib/errors";
import type { Person } from "@/lib/people/policy";
import { isSolved } from "@/lib/puzzle";
import { isWithinLimit } from "@/lib/rate-limit";

/**
 * Holds out scripts that send comments and replies: an account's own limit; for people without an account, who cost
 * nothing to make, that of their network. Beyond it each takes a puzzle, so that a hall of people goes on and a script
 * grows slow. Called once before a comment is written.
 * @param client as the front names it
 * @param puzzle its solution, where one was asked for
 * @throws TooMany, NeedsPuzzle
 */
export async function guardSending(person: Person, client: string, puzzle: string): Promise<void> {
  if (person.accountId) {
    if (await isWithinLimit("comment", person.accountId)) return;
    throw new TooMany("That was a lot in a short time. Wait a quarter of an hour, then send it. Your words are below.");
  }
  if (await isWithinLimit("network-comments", client)) return;
  if (!(puzzle && (await isSolved(puzzle)))) throw new NeedsPuzzle();
}
