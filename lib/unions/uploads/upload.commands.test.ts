import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { migrateJobs } from "@/lib/jobs/runner";
import { importUpload } from "@/lib/unions/meetings/meeting-entry.commands";
import { startMeetingRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { confirmUpload, deleteUnconfirmedUploads, previewUpload } from "@/lib/unions/uploads/upload.commands";
import { getUpload } from "@/lib/unions/uploads/upload.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(async () => {
  await migrateJobs(database.url);
  await openStrategy("west-midlands");
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function meeting() {
  const rep = await makeRep("west-midlands");
  const { id } = await startMeetingRecord(rep, { strategy: "west-midlands", name: "Paper forms", agreed: "yes" });
  return { rep, id };
}

const textsOf = async (id: string) => {
  const rows = await db().comment.findMany({ where: { meeting: { recordId: id } }, include: { revisions: true } });
  return rows.map(({ revisions }) => revisions[0]?.text ?? "").sort();
};
const closeAt = (closesAt: Date) => db().strategy.update({ where: { id: "west-midlands" }, data: { closesAt } });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("a valid file that is confirmed twice is recorded once, also after a crash half-way", async () => {
  const { rep, id } = await meeting();
  const file = bytes("comment,section,district\nOne,1,Dudley\nTwo,2,\nTwo,2,\nThree,1,\n");
  const { uploadId } = await previewUpload(rep, id, file);
  expect(await db().comment.count()).toBe(0);
  const upload = uploadId ?? "";
  await Promise.all([confirmUpload(rep, id, upload), confirmUpload(rep, id, upload)]);
  // the state after a crash: rows written, the upload still running
  await importUpload(upload);
  expect(await textsOf(id)).toEqual(["One", "Three", "Two"]);
  const waiting = [{ row: 2, text: "One", section: 1, stance: null, district: "E08000027" }];
  await db().meetingUpload.update({ where: { id: upload }, data: { state: "running", done: 0, rows: waiting } });
  await importUpload(upload);
  expect(await textsOf(id)).toHaveLength(3);
  expect(await getUpload(rep, id, upload)).toMatchObject({ state: "done", total: 3, done: 3, rows: [] });
  expect(await findTallyDifferences()).toEqual([]);
  await expect(previewUpload(rep, id, file)).rejects.toThrow(RuleViolation);
}, 60_000);

test("equal rows are recorded each when the rep says so; a corrected file adds only what is new", async () => {
  const { rep, id } = await meeting();
  const first = await previewUpload(rep, id, bytes("comment,section\nBuses,1\nBuses,1\nTrams,\n"));
  await confirmUpload(rep, id, first.uploadId ?? "", { equal: "each" });
  await importUpload(first.uploadId ?? "");
  expect(await textsOf(id)).toEqual(["Buses", "Buses"]);
  const second = await previewUpload(rep, id, bytes("comment,section\nBuses,1\nBuses,1\nTrams,2\n"));
  const { rows } = (await getUpload(rep, id, second.uploadId ?? "")) ?? {};
  expect(rows?.map(({ isRecorded = false }) => isRecorded)).toEqual([true, true, false]);
  await confirmUpload(rep, id, second.uploadId ?? "");
  await importUpload(second.uploadId ?? "");
  expect(await textsOf(id)).toEqual(["Buses", "Buses", "Trams"]);
}, 60_000);

test("places are found as on the site, towns and older names included", async () => {
  const { rep, id } = await meeting();
  const { uploadId } = await previewUpload(rep, id, readFileSync("scripts/test/fixtures/sheets/g3-places.csv"));
  const { report, rows } = (await getUpload(rep, id, uploadId ?? "")) ?? {};
  const parts = "comment,section,district\nFirst,1,Nuneaton\nSecond,1,Bedworth\nThird,1,Bromsgrove DC\nFourth,1,West\n";
  const { uploadId: second } = await previewUpload(rep, id, bytes(parts));
  expect((await getUpload(rep, id, second ?? ""))?.rows.map(({ district }) => district)).toEqual([
    ...["E07000219", "E07000219", "E07000234", null],
  ]);
  // Telford is in no part of the West Midlands strategy
  expect(report?.problems).toMatchObject([{ row: 8, column: "district", isRowLeftOut: false }]);
  expect(new Set(rows?.map(({ district }) => district))).toEqual(
    new Set(["E07000221", "E07000219", "E08000025", "E08000031", null]),
  );
}, 60_000);

test("nothing is stored of a file that cannot be used, and every reason is named", async () => {
  const { rep, id } = await meeting();
  const { uploadId, refusals } = await previewUpload(rep, id, bytes("comment,section\n,1\nx,99\n"));
  expect(uploadId).toBeNull();
  expect(refusals.map(({ row, column }) => [row, column])).toEqual([
    [2, "comment"],
    [3, "section"],
  ]);
  expect(await db().meetingUpload.count({ where: { recordId: id } })).toBe(0);
}, 60_000);

describe("a strategy that closes while a file is recorded", () => {
  afterEach(() => closeAt(new Date("2099-01-01")));

  test("what was written before it is recorded in the days of grace, and marked", async () => {
    const { rep, id } = await meeting();
    const { uploadId } = await previewUpload(rep, id, bytes("comment,section\nPaper,1\n"));
    await closeAt(daysAgo(1));
    await confirmUpload(rep, id, uploadId ?? "");
    await importUpload(uploadId ?? "");
    expect(await getUpload(rep, id, uploadId ?? "")).toMatchObject({ state: "done", done: 1 });
    expect(await db().comment.findMany({ where: { meeting: { recordId: id } } })).toMatchObject([
      { isRecordedLate: true },
    ]);
    await expect(
      startMeetingRecord(rep, { strategy: "west-midlands", name: "Paper", agreed: "yes" }),
    ).resolves.toMatchObject({ id: expect.any(String) });
  }, 60_000);

  test("after them it stops, counts what is there, says why, and goes on once it can", async () => {
    const { rep, id } = await meeting();
    const { uploadId } = await previewUpload(rep, id, bytes("comment,section\nA,1\nB,1\nC,2\n"));
    const upload = uploadId ?? "";
    await confirmUpload(rep, id, upload);
    await importUpload(upload);
    await db().meetingUpload.update({
      where: { id: upload },
      data: {
        state: "running",
        done: 3,
        total: 4,
        rows: ["A", "B", "C", "D"].map((text, at) => ({ row: at + 2, text, section: 1, stance: null, district: null })),
      },
    });
    await closeAt(daysAgo(20));
    // however often the job is tried
    await importUpload(upload);
    await importUpload(upload);
    expect(await getUpload(rep, id, upload)).toMatchObject({
      state: "stopped",
      done: 3,
      total: 4,
      stopReason: expect.stringMatching(/^This strategy closed on .* You could record earlier comments until /),
    });
    await expect(confirmUpload(rep, id, upload)).rejects.toThrow(/closed on/);
    await closeAt(new Date("2099-01-01"));
    await confirmUpload(rep, id, upload);
    await importUpload(upload);
    expect(await getUpload(rep, id, upload)).toMatchObject({ state: "done", done: 4, stopReason: null });
    expect(await textsOf(id)).toEqual(["A", "B", "C", "D"]);
  }, 60_000);
});

test("nobody else can see or confirm an upload; unconfirmed, it is deleted after a day", async () => {
  const { rep, id } = await meeting();
  const { uploadId } = await previewUpload(rep, id, bytes("comment,section\nx,1\n"));
  const other = await makeRep("west-midlands");
  expect(await getUpload(other, id, uploadId ?? "")).toBeNull();
  await expect(confirmUpload(other, id, uploadId ?? "")).rejects.toThrow(NotFound);
  await expect(previewUpload(other, id, bytes("comment,section\nx,1\n"))).rejects.toThrow(NotFound);
  // permission is checked before the file is read
  await expect(previewUpload(other, id, bytes("PK\u0003\u0004broken"))).rejects.toThrow(NotFound);
  const waiting = await db().meetingUpload.count({ where: { state: "preview" } });
  expect(await deleteUnconfirmedUploads()).toBe(0);
  expect(await deleteUnconfirmedUploads(new Date(Date.now() + 25 * 3_600_000))).toBe(waiting);
}, 60_000);
