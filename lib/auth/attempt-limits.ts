import { RateLimited } from "@/lib/errors";
import { isWithinLimit } from "@/lib/security/rate-limit";

// Every attempt counts, whether it was right or wrong.

/** Counts an attempt at a receipt or another secret code. @param client see `clientKey` @throws RateLimited */
export async function countReceiptAttempt(client: string): Promise<void> {
  if (!(await isWithinLimit("receipt-client", client)))
    throw new RateLimited("There were too many attempts from your network. Wait 15 minutes, then try again.");
}

/** Counts an attempt at the second step. @throws RateLimited */
export async function countSecondFactorAttempt({ accountId }: { accountId: string }): Promise<void> {
  if (!(await isWithinLimit("second-step", accountId)))
    throw new RateLimited("There were too many attempts. Wait 15 minutes, then try again.");
}
