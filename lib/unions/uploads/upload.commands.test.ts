import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a valid file that is confirmed twice is recorded once, also after a crash half-way", async () => {
  const { rep, id } = await meeting();
  const file = bytes("comment,section,district\nOne,1,Dudley\nTwo,2,\nTwo,2,\nThree,1,\n");
  const { uploadId, duplicates } = await previewUpload(rep, id, file);
  expect(duplicates).toEqual([{ row: 4, duplicateOf: 3 }]);
  expect(await db().comment.count()).toBe(0);
  const upload = uploadId ?? "";
  await Promise.all([confirmUpload(rep, id, upload), confirmUpload(rep, id, upload)]);
  // the state after a crash: rows written, the upload still running
  await importUpload(upload);
  const rows = await db().comment.findMany({ where: { meeting: { recordId: id } }, include: { revisions: true } });
  expect(rows.map(({ revisions }) => revisions[0]?.text).sort()).toEqual(["One", "Three", "Two"]);
  const waiting = [{ row: 2, text: "One", section: 1, stance: null, district: "E08000027" }];
  await db().meetingUpload.update({ where: { id: upload }, data: { state: "running", done: 0, rows: waiting } });
  await importUpload(upload);
  expect(await db().comment.count({ where: { meeting: { recordId: id } } })).toBe(3);
  expect(await getUpload(rep, id, upload)).toMatchObject({ state: "done", total: 3, done: 3, rows: [] });
  expect(await findTallyDifferences()).toEqual([]);
  await expect(previewUpload(rep, id, file)).rejects.toThrow(RuleViolation);
});

test("nothing is stored of an invalid file, and every problem is named", async () => {
  const { rep, id } = await meeting();
  const { uploadId, problems } = await previewUpload(rep, id, bytes("comment,section\n,1\nx,99\n"));
  expect(uploadId).toBeNull();
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [2, "comment"],
    [3, "section"],
  ]);
  expect(await db().meetingUpload.count({ where: { recordId: id } })).toBe(0);
});

test("nobody else can see or confirm an upload; unconfirmed, it is deleted after a day", async () => {
  const { rep, id } = await meeting();
  const { uploadId } = await previewUpload(rep, id, bytes("comment,section\nx,1\n"));
  const other = await makeRep("west-midlands");
  expect(await getUpload(other, id, uploadId ?? "")).toBeNull();
  await expect(confirmUpload(other, id, uploadId ?? "")).rejects.toThrow(NotFound);
  await expect(previewUpload(other, id, bytes("comment,section\nx,1\n"))).rejects.toThrow(NotFound);
  expect(await deleteUnconfirmedUploads()).toBe(0);
  expect(await deleteUnconfirmedUploads(new Date(Date.now() + 25 * 3_600_000))).toBe(1);
});
