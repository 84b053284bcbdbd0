import type { Tx } from "@/lib/database/client";

/** The jobs, by name, with the payload of each: ids only, because anybody who reads the database reads the queue. */
export type JobPayloads = {
  "import-upload": { uploadId: string };
  "send-sign-in-mail": { requestId: string };
  "send-complaint-answered-mail": { complaintId: string };
  "queue-digests": Record<string, never>;
  "queue-notice-mails": Record<string, never>;
  "send-notice-mail": { accountId: string; requestedAt: string };
  "send-digest": { accountId: string; week: string };
  "delete-expired": Record<string, never>;
  "apply-retention": Record<string, never>;
  "reassign-overdue-cases": Record<string, never>;
  "end-assignments": Record<string, never>;
  "expire-holds": Record<string, never>;
  "draw-second-looks": Record<string, never>;
  "publish-chain-heads": Record<string, never>;
  "make-editions": Record<string, never>;
  "make-release": Record<string, never>;
  "open-due-strategies": Record<string, never>;
};

/**
 * Adds a job in the caller's transaction: it exists only if the transaction commits.
 * @param key a waiting job with the same key is replaced by this one
 */
export async function addJob<Name extends keyof JobPayloads>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  key: string | null = null,
  attempts = 8,
): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, 
      max_attempts => ${attempts}::int, job_key => ${key}::text)`;
}
