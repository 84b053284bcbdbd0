import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { releaseAbandonedJobs } from "@/lib/jobs/monitor";
import { addJob } from "@/lib/jobs/queue";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

async function lockedBy(worker: string, ago: string): Promise<void> {
  await addJob(db(), "delete-expired", {});
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now() - ${ago}::interval
    WHERE locked_by IS NULL`;
}
const locks = async () =>
  (await db().$queryRaw<{ locked_by: string | null }[]>`SELECT locked_by FROM graphile_worker.jobs ORDER BY id`).map(
    (row) => row.locked_by,
  );

test("the job of a killed process is released at the second check, and those of live processes are not", async () => {
  await lockedBy("killed", "3 minutes");
  await lockedBy("mine", "3 minutes");
  await lockedBy("busy", "100 seconds");
  const first = await releaseAbandonedJobs(["mine"], new Map());
  expect(first.freed).toBe(0); // all may have been silent because the database was away
  expect([...first.silentWorkers.keys()]).toEqual(["killed"]);
  expect((await releaseAbandonedJobs(["mine"], first.silentWorkers)).freed).toBe(1);
  expect(await locks()).toEqual([null, "mine", "busy"]);
  expect((await releaseAbandonedJobs(["mine"], new Map())).freed).toBe(0);
});

test("a worker that renewed its lock between two checks is alive", async () => {
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await lockedBy("slow", "3 minutes");
  const { silentWorkers } = await releaseAbandonedJobs([], new Map());
  await releaseAbandonedJobs(["slow"], new Map());
  expect((await releaseAbandonedJobs([], silentWorkers)).freed).toBe(0);
  expect(await locks()).toEqual(["slow"]);
});
