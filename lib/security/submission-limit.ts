import { RateLimited } from "@/lib/errors";
import { requireProofOfWork } from "@/lib/security/proof-of-work";
import { isUnderLimit, isWithinLimit, type LimitName } from "@/lib/security/rate-limit";

/** Who sends: the client as `clientKey` names it, and the solution of a puzzle, "" when none was asked for. */
export type Sender = { client: string; puzzle: string };

type Submitter = { accountId: string | null };

/**
 * Slows down scripts that send comments and replies. An account has a limit of its own; people without an account, of
 * whom a script could make any number, share the limit of their network. Beyond the network's limit each comment takes
 * a puzzle, so that a room full of people can go on.
 * @throws RateLimited, ProofOfWorkRequired
 */
export async function enforceSubmissionLimit(submitter: Submitter, sender: Sender): Promise<void> {
  const { limitName, subject } = submissionLimitFor(submitter, sender);
  if (!(await isWithinLimit(limitName, subject))) await slowDown(submitter, sender);
}

/** The same for a statement that has counted the try itself. @param points the count so far */
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
    throw new RateLimited(
      "That was a lot in a short time. Wait a quarter of an hour, then send it. Your words are below.",
    );
  await requireProofOfWork(puzzle);
}
