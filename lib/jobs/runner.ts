import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type WorkerEvents } from "graphile-worker";
import { monitorWorkers } from "@/lib/jobs/monitor";
import { stopReleases } from "@/lib/jobs/release-process";
import { jobSchedule } from "@/lib/jobs/schedule";
import { type JobLogger, tasks } from "@/lib/jobs/tasks";
import { closeMail } from "@/lib/notifications/mailer";

/** Brings the job library's own tables up to date. It may be run again. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silentLogger });
}

/**
 * Runs jobs in this process until stopped. Several processes may do so on one database: each job is run by one.
 * @returns `stop`, which waits for the jobs that have begun
 */
export async function startJobs(databaseUrl: string, log?: JobLogger): Promise<{ stop: () => Promise<void> }> {
  const workers = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => void workers.add(worker.workerId));
  const runner: Runner = await run({
    events,
    connectionString: databaseUrl,
    maxPoolSize: 4,
    concurrency: 2,
    noHandleSignals: true, // the server stops us in its own order
    logger: log ? problemsOnly(log) : silentLogger,
    taskList: tasks(log),
    crontab: jobSchedule,
  });
  const workerMonitor = monitorWorkers(
    () => [...workers],
    (freed) => log?.warn({ freed }, "Freed the jobs of a process that has ended."),
  );
  return {
    stop: async () => {
      stopReleases();
      await runner.stop();
      await workerMonitor.stop();
      closeMail();
    },
  };
}

const silentLogger = new Logger(() => () => {});

/** The library's messages without their details, which hold a job's payload. */
function problemsOnly(log: JobLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ part: "jobs" }, message);
    if (level === "warning") log.warn({ part: "jobs" }, message);
  });
}
