import type { Tx } from "@/lib/database/client";

/** The jobs, by name, with what each is told: ids only, for the queue is a table that anybody with the database reads. */
export type Jobs = {
  "take-down-upload": { uploadId: string };
  "send-sign-in-mail": { requestId: string };
  "send-answered-mail": { complaintId: string };
  "queue-digests": Record<string, never>;
  "queue-notice-mails": Record<string, never>;
  "send-notice-mail": { accountId: string; asked: string };
  "send-digest": { accountId: string; week: string };
  "tidy-sessions": Record<string, never>;
  "forget-old": Record<string, never>;
  "pass-late-cases": Record<string, never>;
  "end-holds": Record<string, never>;
  "draw-second-looks": Record<string, never>;
  "publish-heads": Record<string, never>;
  "count-summaries": Record<string, never>;
  "make-release": Record<string, never>;
  "open-strategies": Record<string, never>;
};

/**
 * Asks for a job in the caller's transaction: it exists if, and only if, what it is about does.
 * @param key a job that waits under the same key makes way for this one
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  told: Jobs[Name],
  key: string | null = null,
  attempts = 8,
): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM graphile_worker.add_job(${name}, ${JSON.stringify(told)}::json, 
      max_attempts => ${attempts}::int, job_key => ${key}::text)`;
}
