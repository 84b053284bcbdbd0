import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type Task, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import { publishHeads } from "@/lib/audit/chain-head.commands";
import { forgetOldSessions } from "@/lib/auth/session.commands";
import { forgetOldRequests, sendSignInMail } from "@/lib/auth/sign-in.commands";
import { forgetOldDrafts } from "@/lib/comments/drafts/draft.commands";
import { watchWorkers } from "@/lib/jobs/monitor";
import type { Jobs } from "@/lib/jobs/queue";
import { runRelease, stopReleases } from "@/lib/jobs/release-process";
import { drawSecondLooks } from "@/lib/moderation/decisions/second-look.commands";
import { endHolds } from "@/lib/moderation/reports/hold.commands";
import { passLate } from "@/lib/moderation/rota/overdue-case.commands";
import { queueDigests, sendDigest } from "@/lib/notifications/digest.commands";
import { closeMail } from "@/lib/notifications/mailer";
import { queueNoticeMails, sendNoticeMail } from "@/lib/notifications/notice-mail.commands";
import { sendAnsweredMail } from "@/lib/people/complaints/complaint.commands";
import { countLateComplaints } from "@/lib/people/complaints/complaint.queries";
import { forgetOld } from "@/lib/people/privacy/retention.commands";
import { forgetOldLimits } from "@/lib/security/rate-limit";
import { openDue } from "@/lib/strategies/drafts/publication.commands";
import { countParts } from "@/lib/summaries/summary-part.commands";
import { forgetOldUploads, takeDownUpload } from "@/lib/unions/uploads/upload.commands";

/** Where jobs write what happened; pino's logger fits. */
export type JobLog = {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
};

/** When jobs run by themselves: minute, hour, day of month, month, day of week (UTC). */
const timetable = `
  17 * * * * tidy-sessions ?max=1
  27 3 * * * forget-old ?max=1
  47 * * * * pass-late-cases ?max=1
  */10 * * * * end-holds ?max=1
  21 * * * * draw-second-looks ?max=1
  1 0 * * * publish-heads ?max=1&fill=1d
  0 7 * * 1 queue-digests ?fill=1d
  52 * * * * queue-notice-mails ?max=1
  37 * * * * count-summaries ?max=1
  7 3 * * 1 make-release ?max=1
  */5 * * * * open-strategies ?max=1
`;

/** Brings the job library's own tables up to date. Doing it again does no harm. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silent });
}

/**
 * Works on jobs in this process until stopped. Several processes may do so on one database: each job is done by one.
 * @returns `stop`, which lets the jobs that have begun finish
 */
export async function startJobs(databaseUrl: string, log?: JobLog): Promise<{ stop: () => Promise<void> }> {
  const workers = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => void workers.add(worker.workerId));
  const runner: Runner = await run({
    events,
    connectionString: databaseUrl,
    maxPoolSize: 4,
    concurrency: 2,
    noHandleSignals: true, // the server stops us in its own order
    logger: log ? troublesOnly(log) : silent,
    taskList: tasks(log),
    crontab: timetable,
  });
  const watch = watchWorkers(
    () => [...workers],
    (dead) => log?.warn({ dead }, "Took over the jobs of a process that has gone."),
  );
  return {
    stop: async () => {
      stopReleases();
      await runner.stop();
      await watch.stop();
      closeMail();
    },
  };
}

function tasks(log?: JobLog): TaskList {
  return {
    "take-down-upload": async (told) => takeDownUpload(z.object({ uploadId: z.string() }).parse(told).uploadId),
    "send-sign-in-mail": async (told) => {
      const { requestId } = z.object({ requestId: z.string() }).parse(told);
      const outcome = await sendSignInMail(requestId);
      if (outcome === "kept") log?.info({}, "A mail was kept in the data folder: SMTP_URL is not set.");
      if (outcome === "refused") log?.warn({}, "The mail server refused a mail for good.");
    },
    "send-answered-mail": async (told) => {
      await sendAnsweredMail(z.object({ complaintId: z.string() }).parse(told).complaintId);
    },
    "queue-digests": async () => log?.info({ mails: await queueDigests() }, "Asked for the weekly mails."),
    "send-digest": async (told) => {
      const { accountId, week } = z.object({ accountId: z.string(), week: z.coerce.date() }).parse(told);
      await sendDigest(accountId, week);
    },
    "queue-notice-mails": async () => log?.info({ mails: await queueNoticeMails() }, "Asked for mails of notices."),
    "send-notice-mail": async (told) => {
      const { accountId, asked } = z.object({ accountId: z.string(), asked: z.coerce.date() }).parse(told);
      await sendNoticeMail(accountId, asked);
    },
    "tidy-sessions": async () => {
      const sessions = await forgetOldSessions();
      const requests = await forgetOldRequests();
      await forgetOldUploads();
      await forgetOldDrafts();
      log?.info({ sessions, requests, limits: await forgetOldLimits() }, "Forgot what is over.");
    },
    "forget-old": async () => {
      log?.info(await forgetOld(), "Forgot what was kept long enough.");
      const late = await countLateComplaints();
      if (late > 0) log?.warn({ late }, "Complaints wait longer than the law allows: see /admin/complaints.");
    },
    "pass-late-cases": async () => log?.info({ cases: await passLate() }, "Passed on what nobody looked at."),
    "end-holds": async () => log?.info({ comments: await endHolds() }, "Put back what nobody decided on in time."),
    "draw-second-looks": async () => log?.info({ cases: await drawSecondLooks() }, "Drew decisions for a second look."),
    "publish-heads": () => publishHeads(new Date()),
    "count-summaries": async () => countParts(),
    "open-strategies": async () =>
      log?.info({ strategies: await openDue() }, "Opened the strategies whose day has come."),
    "make-release": async () => {
      await runRelease();
      log?.info({}, "Made the releases that were due.");
    },
  } satisfies Record<keyof Jobs, Task>;
}

const silent = new Logger(() => () => {});

/** The library's words without its details, which hold what a job was told. */
function troublesOnly(log: JobLog): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ part: "jobs" }, message);
    if (level === "warning") log.warn({ part: "jobs" }, message);
  });
}
