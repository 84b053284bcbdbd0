import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { migrateJobs } from "@/lib/jobs/schedule";
import { startRecord } from "@/lib/unions/meetings/meeting-record.commands";
import { confirmUpload, forgetOldUploads, readUpload, takeDownUpload } from "@/lib/unions/uploads/upload.commands";
import { getUpload } from "@/lib/unions/uploads/upload.queries";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
beforeAll(async () => {
  await migrateJobs(database.url);
  await openStrategy("west-midlands");
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function meeting() {
  const rep = await makeRep("west-midlands");
  const { id } = await startRecord(rep, { strategy: "west-midlands", name: "Paper forms", agreed: "yes" });
  return { rep, id };
}

test("a good file is looked at, confirmed twice, taken down once, also when killed half-way", async () => {
  const { rep, id } = await meeting();
  const file = bytes("comment,section,district\nOne,1,Dudley\nTwo,2,\nTwo,2,\nThree,1,\n");
  const { uploadId, duplicates } = await readUpload(rep, id, file);
  expect(duplicates).toEqual([{ row: 4, of: 3 }]);
  expect(await db().comment.count()).toBe(0);
  const upload = uploadId ?? "";
  await Promise.all([confirmUpload(rep, id, upload), confirmUpload(rep, id, upload)]);
  // what a killed run leaves behind: rows written, and the upload still running
  await takeDownUpload(upload);
  const rows = await db().comment.findMany({ where: { meeting: { recordId: id } }, include: { revisions: true } });
  expect(rows.map(({ revisions }) => revisions[0]?.text).sort()).toEqual(["One", "Three", "Two"]);
  const waiting = [{ row: 2, text: "One", section: 1, stance: null, district: "E08000027" }];
  await db().meetingUpload.update({ where: { id: upload }, data: { state: "running", done: 0, rows: waiting } });
  await takeDownUpload(upload);
  expect(await db().comment.count({ where: { meeting: { recordId: id } } })).toBe(3);
  expect(await getUpload(rep, id, upload)).toMatchObject({ state: "done", total: 3, done: 3, rows: [] });
  expect(await verifyTallies()).toEqual([]);
  await expect(readUpload(rep, id, file)).rejects.toThrow(Refused);
});

test("of a bad file nothing is kept, and every place is named", async () => {
  const { rep, id } = await meeting();
  const { uploadId, problems } = await readUpload(rep, id, bytes("comment,section\n,1\nx,99\n"));
  expect(uploadId).toBeNull();
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [2, "comment"],
    [3, "section"],
  ]);
  expect(await db().meetingUpload.count({ where: { recordId: id } })).toBe(0);
});

test("nobody else sees it or starts it; unconfirmed, it is forgotten after a day", async () => {
  const { rep, id } = await meeting();
  const { uploadId } = await readUpload(rep, id, bytes("comment,section\nx,1\n"));
  const other = await makeRep("west-midlands");
  expect(await getUpload(other, id, uploadId ?? "")).toBeNull();
  await expect(confirmUpload(other, id, uploadId ?? "")).rejects.toThrow(NotFound);
  await expect(readUpload(other, id, bytes("comment,section\nx,1\n"))).rejects.toThrow(NotFound);
  expect(await forgetOldUploads()).toBe(0);
  expect(await forgetOldUploads(new Date(Date.now() + 25 * 3_600_000))).toBe(1);
});
