import { getOpenSection } from "@/lib/comments/submission.queries";
import { db, isUniqueViolation } from "@/lib/database/client";
import { Conflict, isUserFacing, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { derivedFormId } from "@/lib/security/encryption";
import { insertMeetingEntry } from "@/lib/unions/meetings/meeting-entry.writes";
import { canRecordMeeting, isInRecordingGrace, whyCannotRecord } from "@/lib/unions/meetings/meeting-record.policy";
import { findMeetingEntryByForm, getMeetingRecord } from "@/lib/unions/meetings/meeting-record.queries";
import type { MeetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";
import { storedRows } from "@/lib/unions/uploads/upload.schema";

/**
 * Records one comment for somebody else. It gets an alias and a receipt of its own, and a rep other than this one
 * moderates it. Sending the same form twice records it once; with other text it is another comment.
 * @returns the entry's number in the record
 * @throws NotFound (not this person's record), RuleViolation (record or strategy closed, unknown section or district)
 */
export async function recordMeetingEntry(
  person: Person,
  recordId: string,
  input: MeetingEntryInput,
): Promise<{ number: number }> {
  const record = await getMeetingRecord(person, recordId);
  if (!record || !canRecordMeeting(person, record.strategy)) throw new NotFound();
  if (record.closedAt) throw new RuleViolation("This record is closed. Start a new one.");
  const existing = await findMeetingEntryByForm(record.id, input.formId);
  const earlier = existing?.comment.revisions[0]?.text;
  if (!earlier || earlier === input.text) return addMeetingEntry(record, input);
  return addMeetingEntry(record, {
    ...input,
    formId: derivedFormId("meeting-entry", `${input.formId}|${input.text}`),
  });
}

/**
 * The job "import-upload": records the rows of a confirmed upload one by one. Safe to run again after a crash, since a
 * row's form id is derived from the upload and the row's number. It stops where a row cannot be recorded, with the reason.
 */
export async function importUpload(uploadId: string): Promise<void> {
  const upload = await db().meetingUpload.findFirst({
    where: { id: uploadId, state: "running" },
    select: { recordId: true, rows: true, record: { select: { strategyId: true } } },
  });
  if (!upload) return;
  const record = { id: upload.recordId, strategyId: upload.record.strategyId };
  try {
    for (const [index, { row, isHidden: _, isRecorded: __, ...entry }] of storedRows.parse(upload.rows).entries()) {
      await addMeetingEntry(record, { ...entry, formId: uploadRowFormId(uploadId, row) });
      await db().$executeRaw`UPDATE meeting_uploads SET done = greatest(done, ${index + 1}) WHERE id = ${uploadId}`;
    }
  } catch (error) {
    if (!isUserFacing(error)) throw error;
    await stopUpload(uploadId, error.message);
    return;
  }
  // the texts are comments now: delete the copy
  await db().$executeRaw`UPDATE meeting_uploads SET state = 'done', rows = '[]', done = total WHERE id = ${uploadId}`;
}

/** Ends an upload that cannot go on; what is recorded stays. @param reason a sentence for the rep */
export async function stopUpload(uploadId: string, reason: string): Promise<void> {
  await db().meetingUpload.updateMany({
    where: { id: uploadId, state: "running" },
    data: { state: "stopped", stopReason: reason },
  });
}

const uploadRowFormId = (uploadId: string, row: number) => derivedFormId("upload-row", `${uploadId}|${row}`);

/** Adds a comment to a record, once for each form id. */
async function addMeetingEntry(
  record: { id: string; strategyId: string },
  input: MeetingEntryInput,
): Promise<{ number: number }> {
  const existing = await findMeetingEntryByForm(record.id, input.formId);
  if (existing) return { number: existing.number };
  const section = await getOpenSection(record.strategyId, input.section, input.district);
  if (!section) throw new RuleViolation("Choose a section.", "section");
  if (input.district && !section.district) throw new RuleViolation("Choose from the list.", "district");
  const now = new Date();
  const closed = whyCannotRecord(section, now);
  if (closed) throw new RuleViolation(closed);
  const isRecordedLate = isInRecordingGrace(section, now);
  try {
    return await db().$transaction((tx) => insertMeetingEntry(tx, record, section, { ...input, isRecordedLate }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const winner = await findMeetingEntryByForm(record.id, input.formId);
    if (winner) return { number: winner.number };
    throw new Conflict("Another comment was saved at the same moment. Save this one again.");
  }
}
