import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { receiptForForm } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { canPrintSlips, canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import {
  getMeetingRecord,
  getStrategyForMeeting,
  listMeetingEntries,
} from "@/lib/unions/meetings/meeting-record.queries";
import type { MeetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";

/**
 * Starts the record of a meeting, or of a pile of paper forms.
 * @returns the record's id
 * @throws NotFound (the person may not record for this strategy), RuleViolation (the strategy takes no comments)
 */
export async function startMeetingRecord(person: Person, input: MeetingRecordInput): Promise<{ id: string }> {
  const strategy = await getStrategyForMeeting(input.strategy);
  if (!strategy || !person.accountId || !canRecordMeeting(person, strategy)) throw new NotFound();
  const closed = whyCannotComment(strategy, new Date());
  if (closed) throw new RuleViolation(closed, "strategy");
  const data = { strategyId: input.strategy, name: input.name, recordedById: person.accountId };
  return db().meetingRecord.create({ data, select: { id: true } });
}

/** Closes a record: it takes no more comments, and its slips can no longer be printed. @throws NotFound */
export async function closeMeetingRecord(person: Person, id: string): Promise<void> {
  const { count } = await db().meetingRecord.updateMany({
    where: { id, recordedById: person.accountId ?? "" },
    data: { closedAt: new Date() },
  });
  if (count === 0) throw new NotFound();
}

export type Slip = { number: number; alias: string; receipt: string; text: string };

/**
 * The slips of a record, to print and hand back: all of them, or one entry's. Receipts are derived from the entries'
 * form ids, and are not stored.
 * @throws NotFound (not this person's record), RuleViolation (closed, or started more than a week ago)
 */
export async function getSlips(person: Person, recordId: string, number?: number): Promise<Slip[]> {
  const record = await getMeetingRecord(person, recordId);
  if (!record) throw new NotFound();
  if (!canPrintSlips(record, new Date())) throw new RuleViolation("The slips of this record can no longer be printed.");
  const entries = await listMeetingEntries(recordId, number);
  return entries.map(({ formId, ...entry }) => ({ ...entry, receipt: receiptForForm(formId) }));
}
