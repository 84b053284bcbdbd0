import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import { getOpenSection } from "@/lib/comments/submission/submission.queries";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { canPrintSlips, canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import {
  getMeetingRecord,
  getStrategyForMeeting,
  listMeetingEntries,
  type MeetingRecordView,
} from "@/lib/unions/meetings/meeting-record.queries";
import type { MeetingEntryInput, MeetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";

/**
 * Begins the record of a meeting, or of a pile of paper forms.
 * @throws NotFound (not theirs to do), Refused (the strategy is closed)
 */
export async function startMeetingRecord(person: Person, input: MeetingRecordInput): Promise<{ id: string }> {
  const strategy = await getStrategyForMeeting(input.strategy);
  if (!strategy || !person.accountId || !canRecordMeeting(person, strategy)) throw new NotFound();
  const closed = whyCannotComment(strategy, new Date());
  if (closed) throw new RuleViolation(closed, "strategy");
  const data = { strategyId: input.strategy, name: input.name, recordedById: person.accountId };
  return db().meetingRecord.create({ data, select: { id: true } });
}

/** Ends a record: nothing more is taken down, and its slips cannot be printed again. @throws NotFound */
export async function closeMeetingRecord(person: Person, id: string): Promise<void> {
  const { count } = await db().meetingRecord.updateMany({
    where: { id, recordedById: person.accountId ?? "" },
    data: { closedAt: new Date() },
  });
  if (count === 0) throw new NotFound();
}

/**
 * Takes down one comment for somebody else. It gets an alias and a receipt of its own, and waits for a rep who is not
 * this one. The same form sent twice writes once.
 * @throws NotFound (no such record or section), Refused (closed)
 */
export async function recordMeetingEntry(
  person: Person,
  recordId: string,
  input: MeetingEntryInput,
): Promise<{ number: number }> {
  const record = await getMeetingRecord(person, recordId);
  if (!record || !canRecordMeeting(person, record.strategy)) throw new NotFound();
  if (record.closedAt) throw new RuleViolation("This record is closed. Start a new one.");
  return addMeetingEntry(record, input);
}

/** Writes a comment into a record, once for each form's number. Whether it may be done was asked before. */
export async function addMeetingEntry(record: OpenRecord, input: MeetingEntryInput): Promise<{ number: number }> {
  const existing = await findEntryByForm(record.id, input.formId);
  if (existing) return existing;
  const section = await getOpenSection(record.strategyId, input.section, input.district);
  if (!section) throw new RuleViolation("Choose a section.", "section");
  if (input.district && !section.district) throw new RuleViolation("Choose from the list.", "district");
  const closed = whyCannotComment(section, new Date());
  if (closed) throw new RuleViolation(closed);
  try {
    return await db().$transaction((tx) => insertMeetingEntry(tx, record, section, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const winner = await findEntryByForm(record.id, input.formId);
    if (winner) return winner;
    throw new Conflict("Two comments came at the same moment. Send this one again.");
  }
}

const findEntryByForm = (recordId: string, formId: string) =>
  db().meetingEntry.findFirst({ where: { recordId, comment: { formId } }, select: { number: true } });

type OpenRecord = Pick<MeetingRecordView, "id" | "strategyId">;
type Section = NonNullable<Awaited<ReturnType<typeof getOpenSection>>>;

async function insertMeetingEntry(
  tx: Tx,
  record: OpenRecord,
  section: Section,
  input: MeetingEntryInput,
): Promise<{ number: number }> {
  const { strategyId } = record;
  const { text, stance, district: districtId, formId } = input;
  // one after another: the record's row is held until the end, so that numbers have no gaps
  await tx.$queryRaw`SELECT id FROM meeting_records WHERE id = ${record.id} FOR UPDATE`;
  const number = (await tx.meetingEntry.count({ where: { recordId: record.id } })) + 1;
  const participant = await findOrCreateParticipant(tx, visitor, strategyId, receiptForForm(formId));
  const now = new Date();
  await tx.participant.update({
    where: { id: participant.id },
    data: { consentedTo: currentConsentVersion, consentedAt: now },
  });
  const thread = await tx.thread.create({ data: { strategyId, sectionId: section.sectionId }, select: { id: true } });
  const lepId = lepForComment(section.lepIds, section.district?.viaBodies ?? null);
  const { id: commentId } = await tx.comment.create({
    data: {
      ...{ strategyId, threadId: thread.id, participantId: participant.id, stance, formId, lepId, districtId },
      vintage: section.district && boundaryVintage(section.district),
      source: "meeting_record",
    },
    select: { id: true },
  });
  await tx.revision.create({ data: { commentId, number: 1, versionId: section.versionId, text } });
  await tx.meetingEntry.create({ data: { commentId, recordId: record.id, number } });
  await openCase(tx, { kind: "pre_moderation", strategyId, commentId, revision: 1 });
  if (lepId) await invalidateTags(tx, `body:${lepId}`);
  return { number };
}

export type Slip = { number: number; alias: string; receipt: string; text: string };

/**
 * The slips of a record, to print and hand back: all, or one. The receipts are made again from the forms' numbers;
 * they are kept nowhere.
 * @throws NotFound (not theirs), Refused (closed, or too long ago)
 */
export async function getSlips(person: Person, recordId: string, number?: number): Promise<Slip[]> {
  const record = await getMeetingRecord(person, recordId);
  if (!record) throw new NotFound();
  if (!canPrintSlips(record, new Date())) throw new RuleViolation("The slips of this record can no longer be printed.");
  const entries = await listMeetingEntries(recordId, number);
  return entries.map(({ formId, ...entry }) => ({ ...entry, receipt: receiptForForm(formId) }));
}
