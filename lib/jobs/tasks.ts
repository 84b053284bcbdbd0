import type { Task, TaskList } from "graphile-worker";
import { z } from "zod";
import { publishChainHeads } from "@/lib/audit/chain-head.commands";
import { timestampHeads } from "@/lib/audit/timestamp.commands";
import { deleteExpiredSessions } from "@/lib/auth/session.commands";
import { deleteExpiredSignInRequests, sendSignInMail } from "@/lib/auth/sign-in.commands";
import { deleteExpiredDrafts } from "@/lib/comments/drafts/draft.commands";
import { deleteExpiredInterruptedForms } from "@/lib/forms/interrupted-form.commands";
import { type JobPayloads, unsealAccount } from "@/lib/jobs/queue";
import { runRelease } from "@/lib/jobs/release-process";
import { openSecondLooks } from "@/lib/moderation/decisions/second-look.commands";
import { queueRepMails, sendRepMail } from "@/lib/moderation/mails/rep-mail.commands";
import { expireHolds } from "@/lib/moderation/reports/hold.commands";
import { reassignOverdueCases } from "@/lib/moderation/rota/absence.commands";
import { endAssignments } from "@/lib/moderation/rota/assignment-end.commands";
import { queueDigests, sendDigest } from "@/lib/notifications/digest.commands";
import { queueHeadMails, sendHeadMail } from "@/lib/notifications/head-mail.commands";
import { queueNoticeMails, sendNoticeMail } from "@/lib/notifications/notice-mail.commands";
import { sendComplaintAnsweredMail } from "@/lib/people/complaints/complaint.commands";
import { countOverdueComplaints } from "@/lib/people/complaints/complaint.queries";
import { coarsenTimes, deleteDeadJobs, rewriteRowOrder } from "@/lib/people/privacy/coarsening.commands";
import { deleteExpiredData } from "@/lib/people/privacy/retention.commands";
import { rotateKeys } from "@/lib/security/key-rotation.commands";
import { deleteExpiredRateLimits } from "@/lib/security/rate-limit";
import { deleteUnconfirmedImports } from "@/lib/strategies/drafts/document-import.commands";
import { openDueDrafts } from "@/lib/strategies/drafts/publication.commands";
import { makeDueEditions } from "@/lib/summaries/editions/edition.commands";
import { importUpload, stopUpload } from "@/lib/unions/meetings/meeting-entry.commands";
import { deleteExpiredSlips } from "@/lib/unions/meetings/meeting-record.commands";
import { deleteUnconfirmedUploads } from "@/lib/unions/uploads/upload.commands";

/** The log that jobs write to; pino's logger fits. */
export type JobLogger = {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
};

/** What each job runs. Only the runner may import this file: lib/jobs/queue.ts is imported by the commands called here. */
export function tasks(log?: JobLogger): TaskList {
  return {
    "import-upload": async (payload, { job }) => {
      const { uploadId } = z.object({ uploadId: z.string() }).parse(payload);
      try {
        await importUpload(uploadId);
      } catch (error) {
        if (job.attempts < job.max_attempts) throw error;
        log?.error({ uploadId }, "An upload was stopped after its last attempt.");
        await stopUpload(uploadId, "Sorry, something went wrong.");
      }
    },
    "send-sign-in-mail": async (payload) => {
      const { requestId } = z.object({ requestId: z.string() }).parse(payload);
      const outcome = await sendSignInMail(requestId);
      if (outcome === "saved") log?.info({}, "An email was saved in the data folder: SMTP_URL is not set.");
      if (outcome === "refused") log?.warn({}, "The mail server refused an email permanently.");
    },
    "send-complaint-answered-mail": async (payload) => {
      await sendComplaintAnsweredMail(z.object({ complaintId: z.string() }).parse(payload).complaintId);
    },
    "queue-digests": async () => log?.info({ mails: await queueDigests() }, "Queued the weekly emails."),
    "send-digest": async (payload) => {
      const { account, week } = z.object({ account: z.string(), week: z.coerce.date() }).parse(payload);
      await sendDigest(unsealAccount(account), week);
    },
    "queue-rep-mails": async () => log?.info({ mails: await queueRepMails() }, "Queued the emails for reps."),
    "send-rep-mail": async (payload) => {
      const input = z.object({ account: z.string(), requestedAt: z.coerce.date() }).parse(payload);
      await sendRepMail(unsealAccount(input.account), input.requestedAt);
    },
    "queue-head-mails": async () =>
      log?.info({ mails: await queueHeadMails() }, "Queued the emails with check numbers."),
    "send-head-mail": async (payload) => {
      await sendHeadMail(unsealAccount(z.object({ account: z.string() }).parse(payload).account));
    },
    "queue-notice-mails": async () =>
      log?.info({ mails: await queueNoticeMails() }, "Queued the emails about notices."),
    "send-notice-mail": async (payload) => {
      const input = z.object({ account: z.string(), requestedAt: z.coerce.date() }).parse(payload);
      await sendNoticeMail(unsealAccount(input.account), input.requestedAt);
    },
    "delete-expired": async () => {
      const sessions = await deleteExpiredSessions();
      const requests = await deleteExpiredSignInRequests();
      await deleteUnconfirmedUploads();
      await deleteExpiredSlips();
      await deleteUnconfirmedImports();
      await deleteExpiredDrafts();
      await deleteExpiredInterruptedForms();
      log?.info({ sessions, requests, limits: await deleteExpiredRateLimits() }, "Forgot what is over.");
    },
    "apply-retention": async () => {
      log?.info(await deleteExpiredData(), "Forgot what was kept long enough.");
      const late = await countOverdueComplaints();
      if (late > 0) log?.warn({ late }, "Complaints wait longer than the law allows: see /admin/complaints.");
    },
    "coarsen-times": async () => {
      const rows = await coarsenTimes();
      const dead = await deleteDeadJobs();
      const unordered = await rewriteRowOrder();
      log?.info({ rows, dead }, "Coarsened the times of what was decided.");
      if (!unordered) log?.warn({}, "Rows keep their order of arrival: run `ops rewrite-rows` as the tables' owner.");
      const { changed } = await rotateKeys();
      if (changed > 0) log?.info({ changed }, "Resealed values of older keys or formats.");
    },
    "end-assignments": async () => log?.info({ cases: await endAssignments() }, "Ended assignments of cases."),
    "reassign-overdue-cases": async () =>
      log?.info({ cases: await reassignOverdueCases() }, "Passed on what nobody looked at."),
    "expire-holds": async () =>
      log?.info({ comments: await expireHolds() }, "Put back what nobody decided on in time."),
    "draw-second-looks": async () => log?.info({ cases: await openSecondLooks() }, "Drew decisions for a second look."),
    "publish-chain-heads": () => publishChainHeads(new Date()),
    "timestamp-heads": async () => {
      const days = await timestampHeads(new Date());
      if (days > 0) log?.info({ days }, "Had the heads of the record timestamped.");
    },
    "make-editions": async () => {
      const strategies = await makeDueEditions();
      if (strategies.length > 0) log?.info({ strategies: strategies.length }, "Made editions.");
    },
    "open-due-strategies": async () =>
      log?.info({ strategies: await openDueDrafts() }, "Opened the strategies whose day has come."),
    "make-release": async () => {
      await runRelease();
      log?.info({}, "Made the releases that were due.");
    },
  } satisfies Record<keyof JobPayloads, Task>;
}
