import { afterAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { listFaults, makeCases, makeReps, runDecisionRace } from "@/scripts/drill/decision-race";
import { killDecisionWorker } from "@/scripts/drill/decision-worker-kill";
import { createTestDatabase } from "@/scripts/test/database";

// The short form of scripts/drill/decisions.ts.
const database = await createTestDatabase();
afterAll(database.close);

test("twenty reps decide sixty cases at once: none is decided twice, none is lost", { timeout: 60_000 }, async () => {
  const ids = await makeCases("race", 60);
  const { decided, conflicts, unexpected } = await runDecisionRace(await makeReps(20), ids);
  expect(unexpected).toEqual([]);
  expect(conflicts).toBeGreaterThan(0);
  expect(decided.toSorted()).toEqual(ids.toSorted());
  expect(await listFaults(ids)).toEqual([]);
});

test("a process that is killed while it decides leaves nothing half done", { timeout: 60_000 }, async () => {
  const ids = await makeCases("kill", 300);
  const reps = await makeReps(4);
  for (const after of [60, 250]) {
    const decidedIds = await killDecisionWorker(reps, ids, after);
    expect(await db().decision.count({ where: { caseId: { in: decidedIds } } })).toBe(decidedIds.length);
  }
  expect(await listFaults(ids)).toEqual([]);
});

test("afterwards every chain is intact and every count is right", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await findTallyDifferences()).toEqual([]);
});
