import { ProofOfWorkRequired, RateLimited } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { isPuzzleSolved } from "@/lib/security/proof-of-work";
import { isUnderLimit, isWithinLimit, type LimitName } from "@/lib/security/rate-limit";

/** Who sends: the network as the front names it, and the solution of a puzzle, "" where none was asked for. */
export type Sender = { client: string; puzzle: string };

/**
 * Holds out scripts that send comments and replies: an account's own limit; for people without an account, who cost
 * nothing to make, that of their network. Beyond it each takes a puzzle, so that a hall of people goes on and a script
 * grows slow. Called once before a comment is written.
 * @throws RateLimited, ProofOfWorkRequired
 */
export async function enforceSubmissionLimit(person: Person, sender: Sender): Promise<void> {
  const { limitName, subject } = submissionLimitFor(person, sender);
  if (!(await isWithinLimit(limitName, subject))) await requireProofOfWork(person, sender);
}

/** The same, where a larger statement has counted by submissionLimitFor. @param points as it gave them */
export async function enforceCountedSubmissionLimit(person: Person, sender: Sender, points: number): Promise<void> {
  if (!isUnderLimit(submissionLimitFor(person, sender).limitName, points)) await requireProofOfWork(person, sender);
}

export const submissionLimitFor = (
  { accountId }: Person,
  { client }: Sender,
): { limitName: LimitName; subject: string } =>
  accountId ? { limitName: "comment", subject: accountId } : { limitName: "network-comments", subject: client };

async function requireProofOfWork({ accountId }: Person, { puzzle }: Sender): Promise<void> {
  if (accountId)
    throw new RateLimited(
      "That was a lot in a short time. Wait a quarter of an hour, then send it. Your words are below.",
    );
  if (!(puzzle && (await isPuzzleSolved(puzzle)))) throw new ProofOfWorkRequired();
}
