import { afterAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/queries";
import { verifyListed } from "@/lib/comments/reading/queries";
import { verifyTallies } from "@/lib/summaries/tallies/queries";
import { testDatabase } from "@/lib/test-database";
import { killWriters } from "@/scripts/drill/kill-writers";

const database = await testDatabase();
afterAll(database.close);

test("killed three times in the middle of writing: nothing acknowledged is lost, nothing is there by half", async () => {
  const { lost, half, comments, decisions, reactions } = await killWriters(database.url, 3);
  expect({ lost, half }).toEqual({ lost: 0, half: 0 });
  expect(Math.min(comments, decisions, reactions)).toBeGreaterThan(0);
  expect(await verifyTallies()).toEqual([]);
  expect(await verifyListed()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
}, 120_000);
