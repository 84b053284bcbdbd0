import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { receiptForForm } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { plainHash } from "@/lib/security/encryption";
import { unsealFrom } from "@/lib/security/sealed-columns";
import { canPrintSlips } from "@/lib/unions/meetings/meeting-record.policy";
import type { Phase } from "@/prisma/generated/enums";

export const recordsPerPage = 20;

export type MeetingRecordItem = { id: string; name: string; areaName: string; comments: number; isClosed: boolean };

/** A page of the person's own records, newest first. @param after id of the last one on the page before */
export async function listMeetingRecords(
  person: Person,
  after: string | null,
): Promise<{ items: MeetingRecordItem[]; next: string | null }> {
  const recordedById = person.accountId;
  if (!recordedById) return { items: [], next: null };
  const cursor = after ? await db().meetingRecord.findFirst({ where: { id: after, recordedById } }) : null;
  const rows = await db().meetingRecord.findMany({
    where: {
      recordedById,
      ...(cursor && {
        OR: [{ startedAt: { lt: cursor.startedAt } }, { startedAt: cursor.startedAt, id: { gt: cursor.id } }],
      }),
    },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: recordsPerPage + 1,
    select: {
      id: true,
      name: true,
      closedAt: true,
      strategy: { select: { areaName: true } },
      _count: { select: { entries: true } },
    },
  });
  const items = rows.slice(0, recordsPerPage).map(({ strategy, _count, closedAt, ...row }) => ({
    ...row,
    areaName: strategy.areaName,
    comments: _count.entries,
    isClosed: closedAt !== null,
  }));
  return { items, next: rows.length > recordsPerPage ? (items.at(-1)?.id ?? null) : null };
}

export type MeetingRecordView = {
  id: string;
  name: string;
  strategyId: string;
  strategy: { areaName: string; phase: Phase; closesAt: Date | null; leadBodyId: string };
  startedAt: Date;
  closedAt: Date | null;
  comments: number;
};

/** One of the person's own records. Null when it is not theirs. */
export async function getMeetingRecord(person: Person, id: string): Promise<MeetingRecordView | null> {
  if (!person.accountId) return null;
  const row = await db().meetingRecord.findFirst({
    where: { id, recordedById: person.accountId },
    select: {
      id: true,
      name: true,
      strategyId: true,
      startedAt: true,
      closedAt: true,
      strategy: { select: { areaName: true, phase: true, closesAt: true, leadBodyId: true } },
      _count: { select: { entries: true } },
    },
  });
  if (!row) return null;
  const { _count, ...record } = row;
  return { ...record, comments: _count.entries };
}

/** What decides whether a meeting can be recorded for a strategy. Null when there is no such strategy. */
export const getStrategyForMeeting = (id: string) =>
  db().strategy.findUnique({ where: { id }, select: { leadBodyId: true, phase: true, closesAt: true } });

type MeetingEntryView = { number: number; formId: string | null; alias: string; text: string };

/** The comments of a record by number, at most 1,000; or only the one with this number. */
async function listMeetingEntries(recordId: string, number?: number): Promise<MeetingEntryView[]> {
  const rows = await db().meetingEntry.findMany({
    where: { recordId, number },
    orderBy: { number: "asc" },
    take: 1000,
    select: {
      commentId: true,
      number: true,
      slipSealed: true,
      comment: {
        select: {
          participant: { select: { alias: true } },
          revisions: { where: { number: 1 }, select: { text: true } },
        },
      },
    },
  });
  return rows.map(({ number: entryNumber, comment, commentId, slipSealed }) => ({
    number: entryNumber,
    formId: slipSealed && unsealFrom("meeting_entries.slipSealed", commentId, slipSealed),
    alias: comment.participant.alias,
    text: comment.revisions[0]?.text ?? "",
  }));
}

export type Slip = { number: number; alias: string; receipt: string; text: string };

/**
 * The slips of a record, to print and hand back: all of them, or one entry's. Receipts are derived from the entries'
 * form ids, which are sealed, and deleted when the record closes.
 * @throws NotFound (not this person's record), RuleViolation (closed, or started more than a week ago)
 */
export async function getSlips(person: Person, recordId: string, number?: number): Promise<Slip[]> {
  const record = await getMeetingRecord(person, recordId);
  if (!record) throw new NotFound();
  if (!canPrintSlips(record, new Date())) throw new RuleViolation("You can no longer print the slips for this record.");
  const entries = await listMeetingEntries(recordId, number);
  return entries.flatMap(({ formId, ...entry }) => (formId ? [{ ...entry, receipt: receiptForForm(formId) }] : []));
}

/** The entry that a form wrote before; null when it was not sent yet. */
export const findMeetingEntryByForm = (recordId: string, formId: string) =>
  db().meetingEntry.findFirst({
    where: { recordId, comment: { formHash: plainHash(formId) } },
    select: { number: true, comment: { select: { revisions: { where: { number: 1 }, select: { text: true } } } } },
  });
