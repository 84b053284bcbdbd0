import { RateLimited } from "@/lib/errors";
import { requireProofOfWork } from "@/lib/security/proof-of-work";
import { isUnderLimit, isWithinLimit, type LimitName } from "@/lib/security/rate-limit";

/** `client`: see `clientKey`. `puzzle`: the solution of a puzzle, "" when none was required. */
export type Sender = { client: string; puzzle: string };

type Submitter = { accountId: string | null };

/**
 * Slows down scripts that send comments and replies. Each account has its own limit. People without an account, of whom
 * a script could create any number, share the limit of their network; beyond it each comment takes a puzzle, so that
 * people at a meeting can go on.
 * @throws RateLimited, ProofOfWorkRequired
 */
export async function enforceSubmissionLimit(submitter: Submitter, sender: Sender): Promise<void> {
  const { limitName, subject } = submissionLimitFor(submitter, sender);
  if (!(await isWithinLimit(limitName, subject))) await slowDown(submitter, sender);
}

/** The same for a statement that has counted the attempt itself. @param points the count so far */
export async function enforceCountedSubmissionLimit(
  submitter: Submitter,
  sender: Sender,
  points: number,
): Promise<void> {
  if (!isUnderLimit(submissionLimitFor(submitter, sender).limitName, points)) await slowDown(submitter, sender);
}

export const submissionLimitFor = (
  { accountId }: Submitter,
  { client }: Sender,
): { limitName: LimitName; subject: string } =>
  accountId ? { limitName: "comment", subject: accountId } : { limitName: "network-comments", subject: client };

async function slowDown({ accountId }: Submitter, { puzzle }: Sender): Promise<void> {
  if (accountId)
    throw new RateLimited("You have sent too many. Wait 15 minutes, then send it again. Your text is below.");
  await requireProofOfWork(puzzle);
}
