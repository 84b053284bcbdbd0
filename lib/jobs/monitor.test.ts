import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { freeDead } from "@/lib/jobs/monitor";
import { addJob } from "@/lib/jobs/queue";
import { testDatabase } from "@/scripts/test/database";

const database = await testDatabase();
afterAll(database.close);

async function lockedBy(worker: string, ago: string): Promise<void> {
  await addJob(db(), "tidy-sessions", {});
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now() - ${ago}::interval
    WHERE locked_by IS NULL`;
}
const locks = async () =>
  (await db().$queryRaw<{ locked_by: string | null }[]>`SELECT locked_by FROM graphile_worker.jobs ORDER BY id`).map(
    (row) => row.locked_by,
  );

test("the job of a process that was killed is freed at the second look, and those of the living are not", async () => {
  await lockedBy("killed", "3 minutes");
  await lockedBy("mine", "3 minutes");
  await lockedBy("busy", "100 seconds");
  const first = await freeDead(["mine"], new Map());
  expect(first.freed).toBe(0); // all may have been silent because the database was
  expect([...first.still.keys()]).toEqual(["killed"]);
  expect((await freeDead(["mine"], first.still)).freed).toBe(1);
  expect(await locks()).toEqual([null, "mine", "busy"]);
  expect((await freeDead(["mine"], new Map())).freed).toBe(0);
});

test("one that spoke between two looks is alive", async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await lockedBy("slow", "3 minutes");
  const { still } = await freeDead([], new Map());
  await freeDead(["slow"], new Map());
  expect((await freeDead([], still)).freed).toBe(0);
  expect(await locks()).toEqual(["slow"]);
});
