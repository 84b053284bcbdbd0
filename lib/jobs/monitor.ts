import { db } from "@/lib/database/client";

const heartbeatMs = 20_000;
const maxSilence = "2 minutes";

/**
 * Renews the locks of this process's workers every twenty seconds, and releases the jobs of workers that stopped doing
 * so: a process that was killed leaves its job locked, and the library itself would wait four hours.
 * @param ownWorkerIds the ids of this process's workers, now
 */
export function monitorWorkers(
  ownWorkerIds: () => string[],
  onFreed: (jobs: number) => void,
): { stop: () => Promise<void> } {
  let suspects = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = releaseAbandonedJobs(ownWorkerIds(), suspects)
      .then(({ silentWorkers, freed }) => {
        suspects = silentWorkers;
        if (freed > 0) onFreed(freed);
      })
      .catch(() => {}); // the database is away: the next heartbeat tries again
  }, heartbeatMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}

type Suspect = { worker: string; since: string };

/**
 * One heartbeat. A worker that was silent for two minutes at the last heartbeat and still is counts as dead. Two
 * heartbeats, because all workers have been silent after a database outage.
 * @param suspects the silent workers of the last heartbeat
 */
export async function releaseAbandonedJobs(
  ownWorkerIds: string[],
  suspects: ReadonlyMap<string, string>,
): Promise<{ silentWorkers: Map<string, string>; freed: number }> {
  await db()
    .$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE locked_by = ANY(${ownWorkerIds})`;
  const silent = await db().$queryRaw<Suspect[]>`
    SELECT locked_by AS worker, max(locked_at)::text AS since FROM graphile_worker._private_jobs
    WHERE locked_by IS NOT NULL GROUP BY locked_by HAVING max(locked_at) < now() - ${maxSilence}::interval`;
  const dead = silent.filter(({ worker, since }) => suspects.get(worker) === since).map(({ worker }) => worker);
  if (dead.length) await db().$executeRaw`SELECT FROM graphile_worker.force_unlock_workers(${dead})`;
  return { silentWorkers: new Map(silent.map(({ worker, since }) => [worker, since])), freed: dead.length };
}
