import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import { visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { closeRecord, getSlips, startRecord, takeDown } from "@/lib/unions/meetings/meeting-record.commands";
import { getRecord, listRecords } from "@/lib/unions/meetings/meeting-record.queries";
import type { EntryInput } from "@/lib/unions/meetings/meeting-record.schema";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishIt } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
beforeAll(() => openStrategy("west-midlands"));

const said = (rest: Partial<EntryInput> = {}): EntryInput => ({
  ...{ text: "The night bus was cut.", stance: "against", district: "E08000027", section: 1 },
  formId: newFormId(),
  ...rest,
});

async function meeting() {
  const rep = await makeRep("west-midlands");
  const { id } = await startRecord(rep, { strategy: "west-midlands", name: "Branch, March", agreed: "yes" });
  return { rep, id };
}

describe("taking down", () => {
  test("each comment has an alias and a receipt of its own, is marked, and waits", async () => {
    const { rep, id } = await meeting();
    for (const text of ["One.", "Two."]) await takeDown(rep, id, said({ text }));
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
    expect(await verifyTallies()).toEqual([]);
  });

  test("waits for another rep, whatever deed", async () => {
    const { rep, id } = await meeting();
    await takeDown(rep, id, said());
    const { id: caseId } = await db().case.findFirstOrThrow({ where: { comment: { meeting: { recordId: id } } } });
    await expect(decide(rep, caseId, publishIt)).rejects.toThrow(/took it down/);
    await decide(await makeRep("west-midlands"), caseId, publishIt);
    expect(await db().comment.count({ where: { meeting: { recordId: id }, state: "published" } })).toBe(1);
  });

  test("the same form at once writes once; others at once all get a number", async () => {
    const { rep, id } = await meeting();
    const same = said();
    const numbers = await Promise.all([same, same, same, said(), said()].map((input) => takeDown(rep, id, input)));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3);
    expect((await getRecord(rep, id))?.comments).toBe(3);
  });

  test("not in another's record, not on a section or district that is not there, not when closed", async () => {
    const { rep, id } = await meeting();
    for (const stranger of [await makeRep("west-midlands"), visitor]) {
      await expect(takeDown(stranger, id, said())).rejects.toThrow(NotFound);
      await expect(getSlips(stranger, id)).rejects.toThrow(NotFound);
      await expect(closeRecord(stranger, id)).rejects.toThrow(NotFound);
    }
    await expect(takeDown(rep, id, said({ section: 999 }))).rejects.toThrow(Refused);
    await expect(takeDown(rep, id, said({ district: "E00000000" }))).rejects.toThrow(Refused);
    await closeRecord(rep, id);
    await expect(takeDown(rep, id, said())).rejects.toThrow(Refused);
    await expect(getSlips(rep, id)).rejects.toThrow(Refused);
    expect((await listRecords(rep, null)).items).toMatchObject([{ id, isClosed: true, comments: 0 }]);
  });

  test("a rep of elsewhere starts nothing here", async () => {
    const elsewhere = await makeRep("cornwall-scilly");
    const input = { strategy: "west-midlands", name: "x", agreed: "yes" as const };
    await expect(startRecord(elsewhere, input)).rejects.toThrow(NotFound);
  });
});
