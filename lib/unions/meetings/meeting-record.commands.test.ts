import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import { visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { recordMeetingEntry } from "@/lib/unions/meetings/meeting-entry.commands";
import {
  closeMeetingRecord,
  deleteExpiredSlips,
  startMeetingRecord,
} from "@/lib/unions/meetings/meeting-record.commands";
import { slipPrintPeriod } from "@/lib/unions/meetings/meeting-record.policy";
import { getMeetingRecord, getSlips, listMeetingRecords } from "@/lib/unions/meetings/meeting-record.queries";
import type { MeetingEntryInput } from "@/lib/unions/meetings/meeting-record.schema";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(() => openStrategy("west-midlands"));

const entryWith = (rest: Partial<MeetingEntryInput> = {}): MeetingEntryInput => ({
  ...{ text: "The night bus was cut.", stance: "against", district: "E08000027", section: 1 },
  formId: newFormId(),
  ...rest,
});

async function meeting() {
  const rep = await makeRep("west-midlands");
  const { id } = await startMeetingRecord(rep, { strategy: "west-midlands", name: "Branch, March", agreed: "yes" });
  return { rep, id };
}

describe("meeting entries", () => {
  test("each comment has its own alias and receipt, is marked as from a meeting, and is held", async () => {
    const { rep, id } = await meeting();
    for (const text of ["One.", "Two."]) await recordMeetingEntry(rep, id, entryWith({ text }));
    const slips = await getSlips(rep, id);
    expect(slips.map(({ number, text }) => [number, text])).toEqual([
      [1, "One."],
      [2, "Two."],
    ]);
    expect(new Set(slips.map(({ alias }) => alias)).size).toBe(2);
    for (const { receipt, alias } of slips) expect((await findParticipantByReceipt(receipt))?.alias).toBe(alias);
    const rows = await db().comment.findMany({ where: { meeting: { recordId: id } } });
    for (const row of rows)
      expect(row).toMatchObject({ source: "meeting_record", state: "held", lepId: "black-country" });
    expect(await findTallyDifferences()).toEqual([]);
  });

  test("a rep other than the one who recorded a comment decides on it", async () => {
    const { rep, id } = await meeting();
    await recordMeetingEntry(rep, id, entryWith());
    const { id: caseId } = await db().case.findFirstOrThrow({ where: { comment: { meeting: { recordId: id } } } });
    await expect(decideAndMakeEdition(rep, caseId)).rejects.toThrow(/recorded this comment/);
    await decideAndMakeEdition(await makeRep("west-midlands"), caseId);
    expect(await db().comment.count({ where: { meeting: { recordId: id }, state: "published" } })).toBe(1);
  });

  test("the same form sent three times at once writes one entry; other forms get a number each", async () => {
    const { rep, id } = await meeting();
    const same = entryWith();
    const numbers = await Promise.all(
      [same, same, same, entryWith(), entryWith()].map((input) => recordMeetingEntry(rep, id, input)),
    );
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3);
    expect((await getMeetingRecord(rep, id))?.comments).toBe(3);
  });

  test("the same form with other text is another entry, once for each text", async () => {
    const { rep, id } = await meeting();
    const entry = entryWith({ text: "The bus is late." });
    const corrected = { ...entry, text: "The bus is late, and the train." };
    const numbers: number[] = [];
    for (const each of [entry, corrected, corrected, entry])
      numbers.push((await recordMeetingEntry(rep, id, each)).number);
    expect(numbers).toEqual([1, 2, 2, 1]);
    expect((await getSlips(rep, id)).map(({ text }) => text)).toEqual([entry.text, corrected.text]);
  });

  test("refuses another person's record, an unknown section or district, and a closed record", async () => {
    const { rep, id } = await meeting();
    for (const stranger of [await makeRep("west-midlands"), visitor]) {
      await expect(recordMeetingEntry(stranger, id, entryWith())).rejects.toThrow(NotFound);
      await expect(getSlips(stranger, id)).rejects.toThrow(NotFound);
      await expect(closeMeetingRecord(stranger, id)).rejects.toThrow(NotFound);
    }
    await expect(recordMeetingEntry(rep, id, entryWith({ section: 999 }))).rejects.toThrow(RuleViolation);
    await expect(recordMeetingEntry(rep, id, entryWith({ district: "E00000000" }))).rejects.toThrow(RuleViolation);
    await closeMeetingRecord(rep, id);
    await expect(recordMeetingEntry(rep, id, entryWith())).rejects.toThrow(RuleViolation);
    await expect(getSlips(rep, id)).rejects.toThrow(RuleViolation);
    expect((await listMeetingRecords(rep, null)).items).toMatchObject([{ id, isClosed: true, comments: 0 }]);
  });

  test("what slips are printed from is sealed, and deleted when the record closes or a week is over", async () => {
    const slips = (recordId: string) => db().meetingEntry.count({ where: { recordId, NOT: { slipSealed: null } } });
    const { rep, id: closed } = await meeting();
    const { rep: other, id: old } = await meeting();
    await recordMeetingEntry(rep, closed, entryWith());
    await recordMeetingEntry(other, old, entryWith());
    expect([await slips(closed), await slips(old)]).toEqual([1, 1]);
    await closeMeetingRecord(rep, closed);
    expect([await slips(closed), await slips(old)]).toEqual([0, 1]);
    await deleteExpiredSlips(new Date(Date.now() + slipPrintPeriod - 60_000));
    expect(await slips(old)).toBe(1);
    await deleteExpiredSlips(new Date(Date.now() + slipPrintPeriod + 60_000));
    expect(await slips(old)).toBe(0);
  });

  test("a rep of another area cannot start a record", async () => {
    const elsewhere = await makeRep("cornwall-scilly");
    const input = { strategy: "west-midlands", name: "x", agreed: "yes" as const };
    await expect(startMeetingRecord(elsewhere, input)).rejects.toThrow(NotFound);
  });
});
