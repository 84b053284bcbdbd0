import type { Tx } from "@/lib/database/client";
import { keyedHash, seal, unseal } from "@/lib/security/encryption";

/** An account's id, sealed. */
export type SealedAccount = string;

export const sealAccount = (accountId: string): SealedAccount =>
  Buffer.from(seal("job-account", accountId)).toString("base64url");

/** @throws when it was not sealed by us */
export const unsealAccount = (account: SealedAccount): string =>
  unseal("job-account", Buffer.from(account, "base64url"));

/**
 * The jobs, by name, with the payload of each: ids only, because anybody who reads the database reads the queue. Accounts
 * are sealed, so that no job joins an account to what it wrote.
 */
export type JobPayloads = {
  "import-upload": { uploadId: string };
  "send-sign-in-mail": { requestId: string };
  "send-complaint-answered-mail": { complaintId: string };
  "queue-digests": Record<string, never>;
  "queue-notice-mails": Record<string, never>;
  "send-notice-mail": { account: SealedAccount; requestedAt: string };
  "send-digest": { account: SealedAccount; week: string };
  "queue-rep-mails": Record<string, never>;
  "send-rep-mail": { account: SealedAccount; requestedAt: string };
  "queue-head-mails": Record<string, never>;
  "send-head-mail": { account: SealedAccount };
  "delete-expired": Record<string, never>;
  "apply-retention": Record<string, never>;
  "coarsen-times": Record<string, never>;
  "reassign-overdue-cases": Record<string, never>;
  "end-assignments": Record<string, never>;
  "expire-holds": Record<string, never>;
  "draw-second-looks": Record<string, never>;
  "publish-chain-heads": Record<string, never>;
  "timestamp-heads": Record<string, never>;
  "make-editions": Record<string, never>;
  "make-release": Record<string, never>;
  "open-due-strategies": Record<string, never>;
};

/**
 * Adds a job in the caller's transaction: it exists only if the transaction commits.
 * @param key a waiting job with the same key is replaced by this one; only a keyed hash is stored
 * @param startsAt when it is run; left out, at once
 */
export async function addJob<Name extends keyof JobPayloads>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  { key, attempts = 8, startsAt = null }: { key?: string; attempts?: number; startsAt?: Date | null } = {},
): Promise<void> {
  const keyHash = key === undefined ? null : Buffer.from(keyedHash("job-key", key)).toString("hex");
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, 
      max_attempts => ${attempts}::int, job_key => ${keyHash}::text,
      run_at => ${startsAt?.toISOString() ?? null}::timestamptz)`;
}
