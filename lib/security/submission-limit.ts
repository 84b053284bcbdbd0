import { RateLimited } from "@/lib/errors";
import { requireProofOfWork } from "@/lib/security/proof-of-work";
import { countAttempt, isUnderLimit, type LimitName, overuseOf } from "@/lib/security/rate-limit";

/** `client`: see `clientKey`. `puzzle`: the solution of a puzzle, "" when none was required. */
export type Sender = { client: string; puzzle: string };

/** `isNew`: nobody that the strategy knows yet, so that a receipt will be made. */
type Submitter = { accountId: string | null; isNew?: boolean };

/**
 * Slows down scripts that send comments and replies. Each account has its own limit. People without an account, of whom
 * a script could create any number, share the limits of their network, a lower one for who is new; beyond it each comment
 * takes a puzzle, harder the further beyond, so that people at a meeting can go on.
 * @throws RateLimited, ProofOfWorkRequired
 */
export async function enforceSubmissionLimit(submitter: Submitter, sender: Sender): Promise<void> {
  const { limitName, subject } = submissionLimitFor(submitter, sender);
  await enforceCountedSubmissionLimit(submitter, sender, await countAttempt(limitName, subject));
}

/** The same for a statement that has counted the attempt itself. @param points the count so far */
export async function enforceCountedSubmissionLimit(
  submitter: Submitter,
  sender: Sender,
  points: number,
): Promise<void> {
  const { limitName } = submissionLimitFor(submitter, sender);
  if (isUnderLimit(limitName, points)) return;
  if (submitter.accountId)
    throw new RateLimited("You have sent too many. Wait 15 minutes, then send it again. Your text is below.");
  await requireProofOfWork(sender.puzzle, overuseOf(limitName, points));
}

export function submissionLimitFor(
  { accountId, isNew = false }: Submitter,
  { client }: Sender,
): { limitName: LimitName; subject: string } {
  if (accountId) return { limitName: "comment", subject: accountId };
  return { limitName: isNew ? "network-receipts" : "network-comments", subject: client };
}
