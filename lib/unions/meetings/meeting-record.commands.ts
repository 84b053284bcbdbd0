import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { canRecordMeeting, whyCannotRecord } from "@/lib/unions/meetings/meeting-record.policy";
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

/** Closes a record: it takes no more comments, and its slips can no longer be printed. @throws NotFound */
export async function closeMeetingRecord(person: Person, id: string): Promise<void> {
  const { count } = await db().meetingRecord.updateMany({
    where: { id, recordedById: person.accountId ?? "" },
    data: { closedAt: new Date() },
  });
  if (count === 0) throw new NotFound();
}
