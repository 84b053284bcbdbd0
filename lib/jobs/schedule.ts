import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type Task, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { publishChainHeads } from "@/lib/audit/chain-head.commands";
import { deleteExpiredSessions } from "@/lib/auth/session.commands";
import { deleteExpiredSignInRequests, sendSignInMail } from "@/lib/auth/sign-in.commands";
import { deleteExpiredDrafts } from "@/lib/comments/drafts/draft.commands";
import { monitorWorkers } from "@/lib/jobs/monitor";
import type { JobPayloads } from "@/lib/jobs/queue";
import { runRelease, stopReleases } from "@/lib/jobs/release-process";
import { openSecondLooks } from "@/lib/moderation/decisions/second-look.commands";
import { expireHolds } from "@/lib/moderation/reports/hold.commands";
import { reassignOverdueCases } from "@/lib/moderation/rota/overdue-case.commands";
import { queueDigests, sendDigest } from "@/lib/notifications/digest.commands";
import { closeMail } from "@/lib/notifications/mailer";
import { queueNoticeMails, sendNoticeMail } from "@/lib/notifications/notice-mail.commands";
import { sendComplaintAnsweredMail } from "@/lib/people/complaints/complaint.commands";
import { countOverdueComplaints } from "@/lib/people/complaints/complaint.queries";
import { deleteExpiredData } from "@/lib/people/privacy/retention.commands";
import { deleteExpiredRateLimits } from "@/lib/security/rate-limit";
import { openDueDrafts } from "@/lib/strategies/drafts/publication.commands";
import { refreshSummaryParts } from "@/lib/summaries/summary-part.commands";
import { deleteUnconfirmedUploads, importUpload } from "@/lib/unions/uploads/upload.commands";

/** Where jobs write what happened; pino's logger fits. */
export type JobLogger = {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
};

/** When jobs run by themselves: minute, hour, day of month, month, day of week (UTC). */
const jobSchedule = `
  17 * * * * delete-expired ?max=1
  27 3 * * * apply-retention ?max=1
  47 * * * * reassign-overdue-cases ?max=1
  */10 * * * * expire-holds ?max=1
  21 * * * * draw-second-looks ?max=1
  1 0 * * * publish-chain-heads ?max=1&fill=1d
  0 7 * * 1 queue-digests ?fill=1d
  52 * * * * queue-notice-mails ?max=1
  37 * * * * count-summaries ?max=1
  7 3 * * 1 make-release ?max=1
  */5 * * * * open-due-strategies ?max=1
`;

/** Brings the job library's own tables up to date. Doing it again does no harm. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silentLogger });
}

/**
 * Works on jobs in this process until stopped. Several processes may do so on one database: each job is done by one.
 * @returns `stop`, which lets the jobs that have begun finish
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
    (dead) => log?.warn({ dead }, "Took over the jobs of a process that has gone."),
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

function tasks(log?: JobLogger): TaskList {
  return {
    "import-upload": async (payload) => importUpload(z.object({ uploadId: z.string() }).parse(payload).uploadId),
    "send-sign-in-mail": async (payload) => {
      const { requestId } = z.object({ requestId: z.string() }).parse(payload);
      const outcome = await sendSignInMail(requestId);
      if (outcome === "saved") log?.info({}, "A mail was kept in the data folder: SMTP_URL is not set.");
      if (outcome === "refused") log?.warn({}, "The mail server refused a mail for good.");
    },
    "send-complaint-answered-mail": async (payload) => {
      await sendComplaintAnsweredMail(z.object({ complaintId: z.string() }).parse(payload).complaintId);
    },
    "queue-digests": async () => log?.info({ mails: await queueDigests() }, "Asked for the weekly mails."),
    "send-digest": async (payload) => {
      const { accountId, week } = z.object({ accountId: z.string(), week: z.coerce.date() }).parse(payload);
      await sendDigest(accountId, week);
    },
    "queue-notice-mails": async () => log?.info({ mails: await queueNoticeMails() }, "Asked for mails of notices."),
    "send-notice-mail": async (payload) => {
      const input = z.object({ accountId: z.string(), requestedAt: z.coerce.date() }).parse(payload);
      await sendNoticeMail(input.accountId, input.requestedAt);
    },
    "delete-expired": async () => {
      const sessions = await deleteExpiredSessions();
      const requests = await deleteExpiredSignInRequests();
      await deleteUnconfirmedUploads();
      await deleteExpiredDrafts();
      log?.info({ sessions, requests, limits: await deleteExpiredRateLimits() }, "Forgot what is over.");
    },
    "apply-retention": async () => {
      log?.info(await deleteExpiredData(), "Forgot what was kept long enough.");
      const late = await countOverdueComplaints();
      if (late > 0) log?.warn({ late }, "Complaints wait longer than the law allows: see /admin/complaints.");
    },
    "reassign-overdue-cases": async () =>
      log?.info({ cases: await reassignOverdueCases() }, "Passed on what nobody looked at."),
    "expire-holds": async () =>
      log?.info({ comments: await expireHolds() }, "Put back what nobody decided on in time."),
    "draw-second-looks": async () => log?.info({ cases: await openSecondLooks() }, "Drew decisions for a second look."),
    "publish-chain-heads": () => publishChainHeads(new Date()),
    "count-summaries": async () => refreshSummaryParts(),
    "open-due-strategies": async () =>
      log?.info({ strategies: await openDueDrafts() }, "Opened the strategies whose day has come."),
    "make-release": async () => {
      await runRelease();
      log?.info({}, "Made the releases that were due.");
    },
  } satisfies Record<keyof JobPayloads, Task>;
}

const silentLogger = new Logger(() => () => {});

/** The library's words without its details, which hold a job's payload. */
function problemsOnly(log: JobLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ part: "jobs" }, message);
    if (level === "warning") log.warn({ part: "jobs" }, message);
  });
}
