import { db, isUniqueViolation } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { addJob } from "@/lib/jobs/queue";
import type { Person } from "@/lib/people/person.policy";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";
import { keyedHash, plainHash } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { addMeetingEntry } from "@/lib/unions/meetings/meeting-record.commands";
import { canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import { getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import { readSpreadsheet } from "@/lib/unions/uploads/spreadsheet-reader";
import { getAllowedValues, storedRowsSchema } from "@/lib/unions/uploads/upload.queries";
import { type CheckResult, checkUploadRows } from "@/lib/unions/uploads/upload.rules";

/** Nothing is kept of a sheet with problems; of a good one, what waits to be confirmed. */
export type UploadResult = CheckResult & { note: string | null; uploadId: string | null };

/**
 * Reads a file into a record, to be looked at before anything is taken down.
 * @throws NotFound (not theirs), Refused (closed; a file that cannot be read; one that was sent before)
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

/** Starts taking down what was looked at; pressed twice, it starts once. @throws NotFound */
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

/**
 * Takes down the rows of a confirmed upload, one after another. Killed and begun again, it writes none twice: a row's
 * form number follows from the upload and the row.
 */
export async function importUpload(uploadId: string): Promise<void> {
  const upload = await db().meetingUpload.findFirst({
    where: { id: uploadId, state: "running" },
    select: { recordId: true, rows: true, record: { select: { recordedById: true, strategyId: true } } },
  });
  if (!upload) return;
  const record = { id: upload.recordId, strategyId: upload.record.strategyId };
  for (const { row, ...entry } of storedRowsSchema.parse(upload.rows)) {
    const formId = Buffer.from(keyedHash("upload-row", `${uploadId}|${row}`))
      .toString("base64url")
      .slice(0, 22);
    await addMeetingEntry(record, { ...entry, formId });
    await db().meetingUpload.update({ where: { id: uploadId }, data: { done: { increment: 1 } } });
  }
  // their words are comments now: no second copy stays
  await db().$executeRaw`UPDATE meeting_uploads SET state = 'done', rows = '[]', done = total WHERE id = ${uploadId}`;
}

/** Forgets what was looked at and not confirmed within a day. @returns how many */
export async function deleteUnconfirmedUploads(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - retentionPeriods.upload);
  return (await db().meetingUpload.deleteMany({ where: { state: "preview", startedAt: { lt: before } } })).count;
}
