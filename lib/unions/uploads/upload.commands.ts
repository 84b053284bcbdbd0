import { db, isUniqueViolation } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { parseFile } from "@/lib/files/file-parser";
import { addJob } from "@/lib/jobs/queue";
import type { Person } from "@/lib/people/person.policy";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";
import { plainHash } from "@/lib/security/encryption";
import { canRecordMeeting, whyCannotRecord } from "@/lib/unions/meetings/meeting-record.policy";
import { getMeetingRecord, type MeetingRecordView } from "@/lib/unions/meetings/meeting-record.queries";
import { getAllowedValues, listRecordedKeys, withFoundPlaces } from "@/lib/unions/uploads/upload.queries";
import { checkUploadRows, chooseRows, type HeadingProblem, rowKey } from "@/lib/unions/uploads/upload.rules";
import { type ConfirmUploadInput, storedRows } from "@/lib/unions/uploads/upload.schema";

/** `uploadId` is null for a sheet that cannot be used, of which nothing is stored. */
export type UploadResult = { uploadId: string | null; refusals: HeadingProblem[] };

/**
 * Reads a file and stores its rows for review; nothing is recorded yet.
 * @throws before the file is read: NotFound (not this person's record), RuleViolation (record or strategy closed);
 *   RuleViolation (unreadable file, file sent before)
 */
export async function previewUpload(person: Person, recordId: string, bytes: Uint8Array): Promise<UploadResult> {
  const record = await requireOpenRecord(person, recordId);
  const sheet = await parseFile("spreadsheet", bytes);
  const { rows, report, refusals } = checkUploadRows(
    sheet,
    await withFoundPlaces(await getAllowedValues(record.strategyId), sheet),
  );
  if (refusals.length > 0) return { uploadId: null, refusals };
  const recorded = await listRecordedKeys(recordId);
  const marked = rows.map((row) => (recorded.has(rowKey(row)) ? { ...row, isRecorded: true } : row));
  const fileHash = plainHash(Buffer.from(bytes).toString("latin1"));
  await db().meetingUpload.deleteMany({ where: { recordId, fileHash, state: "preview" } });
  try {
    const data = { recordId, fileHash, rows: marked, report, total: marked.length };
    const { id } = await db().meetingUpload.create({ data, select: { id: true } });
    return { uploadId: id, refusals };
  } catch (error) {
    if (isUniqueViolation(error))
      throw new RuleViolation("You have already recorded this file. We do not record anything twice.", "file");
    throw error;
  }
}

/**
 * Queues the job that records the chosen rows, once however often it is called. One that has stopped goes on where it
 * was: its rows were chosen before.
 * @throws NotFound, RuleViolation (record or strategy closed, no row left)
 */
export async function confirmUpload(
  person: Person,
  recordId: string,
  id: string,
  { equal, hidden }: ConfirmUploadInput = { equal: "once" },
): Promise<void> {
  await requireOpenRecord(person, recordId);
  await db().$transaction(async (tx) => {
    // locks the upload, so that a second press waits for the first
    await tx.$queryRaw`SELECT FROM meeting_uploads WHERE id = ${id} AND "recordId" = ${recordId} FOR UPDATE`;
    const upload = await tx.meetingUpload.findFirst({ where: { id, recordId }, select: { state: true, rows: true } });
    if (!upload) throw new NotFound();
    if (upload.state !== "preview" && upload.state !== "stopped") return;
    const stored = storedRows.parse(upload.rows);
    const rows = upload.state === "stopped" ? stored : chooseRows(stored, { equal, withHidden: hidden === "yes" });
    if (rows.length === 0)
      throw new RuleViolation("There are no rows left to record. Choose again, or upload another file.");
    const data = { state: "running" as const, rows, report: {}, total: rows.length, stopReason: null };
    await tx.meetingUpload.update({ where: { id }, data });
    await addJob(tx, "import-upload", { uploadId: id });
  });
}

/** Deletes uploads that were not confirmed, or not gone on with, within a day. @returns how many */
export async function deleteUnconfirmedUploads(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - retentionPeriods.upload);
  const { count } = await db().meetingUpload.deleteMany({ where: { state: "preview", startedAt: { lt: before } } });
  // what is recorded stays; the texts that are not, go
  await db().$executeRaw`
    UPDATE meeting_uploads SET rows = '[]', report = '{}'
    WHERE state = 'stopped' AND "startedAt" < ${before} AND rows <> '[]'`;
  return count;
}

async function requireOpenRecord(person: Person, recordId: string): Promise<MeetingRecordView> {
  const record = await getMeetingRecord(person, recordId);
  if (!record || !canRecordMeeting(person, record.strategy)) throw new NotFound();
  const closed = record.closedAt
    ? "This record is closed. Start a new one."
    : whyCannotRecord(record.strategy, new Date());
  if (closed) throw new RuleViolation(closed);
  return record;
}
