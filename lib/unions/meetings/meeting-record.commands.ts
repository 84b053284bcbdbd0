import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { canRecordMeeting, slipPrintPeriod, whyCannotRecord } from "@/lib/unions/meetings/meeting-record.policy";
import { getStrategyForMeeting } from "@/lib/unions/meetings/meeting-record.queries";
import type { MeetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";

/**
 * Starts the record of a meeting, or of a pile of paper forms.
 * @returns the record's id
 * @throws NotFound (the person may not record for this strategy), RuleViolation (the strategy takes no comments)
 */
export async function startMeetingRecord(person: Person, input: MeetingRecordInput): Promise<{ id: string }> {
  const strategy = await getStrategyForMeeting(input.strategy);
  if (!strategy || !person.accountId || !canRecordMeeting(person, strategy)) throw new NotFound();
  const closed = whyCannotRecord(strategy, new Date());
  if (closed) throw new RuleViolation(closed, "strategy");
  const data = { strategyId: input.strategy, name: input.name, recordedById: person.accountId };
  return db().meetingRecord.create({ data, select: { id: true } });
}

/** Closes a record: it takes no more comments, and what its slips are made from is deleted. @throws NotFound */
export async function closeMeetingRecord(person: Person, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.meetingRecord.updateMany({
      where: { id, recordedById: person.accountId ?? "" },
      data: { closedAt: new Date() },
    });
    if (count === 0) throw new NotFound();
    await tx.meetingEntry.updateMany({ where: { recordId: id }, data: { slipSealed: null } });
  });
}

/** Deletes what slips are made from that can no longer be printed. @returns of how many comments */
export async function deleteExpiredSlips(now = new Date()): Promise<number> {
  const startedAt = { lt: new Date(now.getTime() - slipPrintPeriod) };
  const { count } = await db().meetingEntry.updateMany({
    where: { NOT: { slipSealed: null }, record: { OR: [{ startedAt }, { NOT: { closedAt: null } }] } },
    data: { slipSealed: null },
  });
  return count;
}
