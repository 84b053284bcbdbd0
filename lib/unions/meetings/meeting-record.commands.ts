import { whyClosed } from "@/lib/comments/comment.policy";
import { lepOf, vintageOf } from "@/lib/comments/comment.rules";
import { getOpenSection } from "@/lib/comments/submission/submission.queries";
import { db, isTaken, markStale, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { participantFor, receiptFor } from "@/lib/people/participant.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { consentWording } from "@/lib/people/privacy/consent.rules";
import { canPrintSlips, canTakeDown } from "@/lib/unions/meetings/meeting-record.policy";
import {
  getRecord,
  getStrategyForMeeting,
  listEntries,
  type RecordView,
} from "@/lib/unions/meetings/meeting-record.queries";
import type { EntryInput, MeetingInput } from "@/lib/unions/meetings/meeting-record.schema";

/**
 * Begins the record of a meeting, or of a pile of paper forms.
 * @throws NotFound (not theirs to do), Refused (the strategy is closed)
 */
export async function startRecord(person: Person, input: MeetingInput): Promise<{ id: string }> {
  const strategy = await getStrategyForMeeting(input.strategy);
  if (!strategy || !person.accountId || !canTakeDown(person, strategy)) throw new NotFound();
  const closed = whyClosed(strategy, new Date());
  if (closed) throw new Refused(closed, "strategy");
  const data = { strategyId: input.strategy, name: input.name, takenById: person.accountId };
  return db().meetingRecord.create({ data, select: { id: true } });
}

/** Ends a record: nothing more is taken down, and its slips cannot be printed again. @throws NotFound */
export async function closeRecord(person: Person, id: string): Promise<void> {
  const { count } = await db().meetingRecord.updateMany({
    where: { id, takenById: person.accountId ?? "" },
    data: { closedAt: new Date() },
  });
  if (count === 0) throw new NotFound();
}

/**
 * Takes down one comment for somebody else. It gets an alias and a receipt of its own, and waits for a rep who is not
 * this one. The same form sent twice writes once.
 * @throws NotFound (no such record or section), Refused (closed)
 */
export async function takeDown(person: Person, recordId: string, input: EntryInput): Promise<{ number: number }> {
  const record = await getRecord(person, recordId);
  if (!record || !canTakeDown(person, record.strategy)) throw new NotFound();
  if (record.closedAt) throw new Refused("This record is closed. Start a new one.");
  return enter(record, input);
}

/** Writes a comment into a record, once for each form's number. Whether it may be done was asked before. */
export async function enter(record: OpenRecord, input: EntryInput): Promise<{ number: number }> {
  const before = await findEntry(record.id, input.formId);
  if (before) return before;
  const section = await getOpenSection(record.strategyId, input.section, input.district);
  if (!section) throw new Refused("Choose a section.", "section");
  if (input.district && !section.district) throw new Refused("Choose from the list.", "district");
  const closed = whyClosed(section, new Date());
  if (closed) throw new Refused(closed);
  try {
    return await db().$transaction((tx) => insert(tx, record, section, input));
  } catch (error) {
    if (!isTaken(error)) throw error;
    const first = await findEntry(record.id, input.formId);
    if (first) return first;
    throw new Conflict("Two comments came at the same moment. Send this one again.");
  }
}

const findEntry = (recordId: string, formId: string) =>
  db().meetingEntry.findFirst({ where: { recordId, comment: { formId } }, select: { number: true } });

type OpenRecord = Pick<RecordView, "id" | "strategyId">;
type Section = NonNullable<Awaited<ReturnType<typeof getOpenSection>>>;

async function insert(tx: Tx, record: OpenRecord, section: Section, input: EntryInput): Promise<{ number: number }> {
  const { strategyId } = record;
  const { text, stance, district: districtId, formId } = input;
  // one after another: the record's row is held until the end, so that numbers have no gaps
  await tx.$queryRaw`SELECT id FROM meeting_records WHERE id = ${record.id} FOR UPDATE`;
  const number = (await tx.meetingEntry.count({ where: { recordId: record.id } })) + 1;
  const participant = await participantFor(tx, visitor, strategyId, receiptFor(formId));
  const now = new Date();
  await tx.participant.update({
    where: { id: participant.id },
    data: { consentedTo: consentWording, consentedAt: now },
  });
  const thread = await tx.thread.create({ data: { strategyId, sectionId: section.sectionId }, select: { id: true } });
  const lepId = lepOf(section.lepIds, section.district?.viaBodies ?? null);
  const { id: commentId } = await tx.comment.create({
    data: {
      ...{ strategyId, threadId: thread.id, participantId: participant.id, stance, formId, lepId, districtId },
      vintage: section.district && vintageOf(section.district),
      source: "meeting_record",
    },
    select: { id: true },
  });
  await tx.revision.create({ data: { commentId, number: 1, versionId: section.versionId, text } });
  await tx.meetingEntry.create({ data: { commentId, recordId: record.id, number } });
  await openCase(tx, { kind: "pre_moderation", strategyId, commentId, revision: 1 });
  if (lepId) await markStale(tx, `body:${lepId}`);
  return { number };
}

export type Slip = { number: number; alias: string; receipt: string; text: string };

/**
 * The slips of a record, to print and hand back: all, or one. The receipts are made again from the forms' numbers;
 * they are kept nowhere.
 * @throws NotFound (not theirs), Refused (closed, or too long ago)
 */
export async function getSlips(person: Person, recordId: string, number?: number): Promise<Slip[]> {
  const record = await getRecord(person, recordId);
  if (!record) throw new NotFound();
  if (!canPrintSlips(record, new Date())) throw new Refused("The slips of this record can no longer be printed.");
  const entries = await listEntries(recordId, number);
  return entries.map(({ formId, ...entry }) => ({ ...entry, receipt: receiptFor(formId) }));
}
