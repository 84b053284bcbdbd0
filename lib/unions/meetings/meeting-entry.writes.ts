import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { getOpenSection } from "@/lib/comments/submission.queries";
import type { Tx } from "@/lib/database/client";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { plainHash } from "@/lib/security/encryption";
import { sealFor } from "@/lib/security/sealed-columns";
import type { MeetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";

/** Each entry has a participant of its own, found by its receipt. */
const anonymous = { accountId: null, participantId: null, participantStrategyId: null };

type Section = NonNullable<Awaited<ReturnType<typeof getOpenSection>>>;

/**
 * Writes one comment of a meeting with its participant and its moderation case.
 * @returns the entry's number in the record, from 1 without gaps
 */
export async function insertMeetingEntry(
  tx: Tx,
  record: { id: string; strategyId: string },
  section: Section,
  input: MeetingEntryInput & { isRecordedLate: boolean },
): Promise<{ number: number }> {
  const { strategyId } = record;
  const { text, stance, district: districtId, formId } = input;
  // locks the record, so that two entries cannot get the same number
  await tx.$queryRaw`SELECT id FROM meeting_records WHERE id = ${record.id} FOR UPDATE`;
  const number = (await tx.meetingEntry.count({ where: { recordId: record.id } })) + 1;
  const participant = await findOrCreateParticipant(tx, anonymous, strategyId, receiptForForm(formId));
  const now = new Date();
  await tx.participant.update({
    where: { id: participant.id },
    data: { consentedTo: currentConsentVersion, consentedAt: now },
  });
  const thread = await tx.thread.create({ data: { strategyId, sectionId: section.sectionId }, select: { id: true } });
  const lepId = lepForComment(section.lepIds, section.district?.viaBodies ?? null);
  const { id: commentId } = await tx.comment.create({
    data: {
      ...{ strategyId, threadId: thread.id, participantId: participant.id, stance, lepId, districtId },
      formHash: plainHash(formId),
      vintage: section.district && boundaryVintage(section.district),
      source: "meeting_record",
      isRecordedLate: input.isRecordedLate,
    },
    select: { id: true },
  });
  await tx.revision.create({ data: { commentId, number: 1, versionId: section.versionId, text } });
  await tx.meetingEntry.create({
    data: {
      commentId,
      recordId: record.id,
      number,
      slipSealed: sealFor("meeting_entries.slipSealed", commentId, formId),
    },
  });
  await openCase(tx, { kind: "pre_moderation", strategyId, commentId, revision: 1 });
  return { number };
}
