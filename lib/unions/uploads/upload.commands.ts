import { db, isUniqueViolation } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import type { Person } from "@/lib/people/person.policy";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";
import { plainHash } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { readSpreadsheet } from "@/lib/unions/uploads/spreadsheet-reader";
import { getAllowedValues } from "@/lib/unions/uploads/upload.queries";
import { type CheckResult, checkUploadRows } from "@/lib/unions/uploads/upload.rules";

/** `uploadId` is null for a sheet with problems, of which nothing is stored. */
export type UploadResult = CheckResult & { note: string | null; uploadId: string | null };

/**
 * Reads a file and stores its rows for review; nothing is recorded yet.
 * @throws NotFound (not this person's record), RuleViolation (record or strategy closed, unreadable file, file sent before)
 */
export async function previewUpload(person: Person, recordId: string, bytes: Uint8Array): Promise<UploadResult> {
  const record = await getMeetingRecord(person, recordId);
  if (!record || !canRecordMeeting(person, record.strategy)) throw new NotFound();
  const closed = record.closedAt
    ? "This record is closed. Start a new one."
    : whyCannotComment(record.strategy, new Date());
  if (closed) throw new RuleViolation(closed);
  const { rows, note } = await readSpreadsheet(bytes);
  const checked = checkUploadRows(rows, await getAllowedValues(record.strategyId));
  if (checked.problems.length > 0) return { ...checked, note, uploadId: null };
  const fileHash = plainHash(Buffer.from(bytes).toString("latin1"));
  await db().meetingUpload.deleteMany({ where: { recordId, fileHash, state: "preview" } });
  try {
    const data = { recordId, fileHash, rows: checked.validRows, total: checked.validRows.length };
    const { id } = await db().meetingUpload.create({ data, select: { id: true } });
    return { ...checked, note, uploadId: id };
  } catch (error) {
    if (isUniqueViolation(error))
      throw new RuleViolation("This file was taken down already. Nothing is done twice.", "file");
    throw error;
  }
}

/** Queues the job that records the reviewed rows, once however often it is called. @throws NotFound */
export async function confirmUpload(person: Person, recordId: string, id: string): Promise<void> {
  if (!(await getMeetingRecord(person, recordId))) throw new NotFound();
  await db().$transaction(async (tx) => {
    const { count } = await tx.meetingUpload.updateMany({
      where: { id, recordId, state: "preview" },
      data: { state: "running" },
    });
    if (count > 0) await addJob(tx, "import-upload", { uploadId: id });
  });
}

/** Deletes uploads that were not confirmed within a day. @returns how many */
export async function deleteUnconfirmedUploads(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - retentionPeriods.upload);
  return (await db().meetingUpload.deleteMany({ where: { state: "preview", startedAt: { lt: before } } })).count;
}
