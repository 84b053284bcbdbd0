import { setTimeout as sleep } from "node:timers/promises";
import { isUniqueViolation, transact } from "@/lib/database/client";
import { editionSchedule } from "@/lib/env";
import { Conflict } from "@/lib/errors";
import { listEditionFacts } from "@/lib/summaries/editions/edition.queries";
import { isEditionDue } from "@/lib/summaries/editions/edition.rules";
import { writeEdition } from "@/lib/summaries/editions/edition.writes";

/** In milliseconds. docs/editions.md has what 100,000 comments took, and how much longer the first edition does. */
const editionTimeout = 600_000;

/**
 * Makes the editions that are due, each in a transaction of its own: after a crash, the next run makes the others. A job.
 * @returns the strategies with a new edition
 */
export async function makeDueEditions(now = new Date(), schedule = editionSchedule()): Promise<string[]> {
  const made: string[] = [];
  for (const { strategyId, ...facts } of await listEditionFacts(schedule.everyMinute)) {
    if (!isEditionDue(facts, schedule, now)) continue;
    if ((await makeEdition(strategyId, now)) !== null) made.push(strategyId);
  }
  return made;
}

/**
 * Makes the next edition of a strategy: everything public of it moves, and nothing else moves it
 * (docs/decisions/0124).
 * @returns its number; null when another process is making it
 */
export async function makeEdition(strategyId: string, now = new Date()): Promise<number | null> {
  try {
    // one snapshot, so that all figures are of the same comments, also while somebody withdraws one
    const options = { timeout: editionTimeout, isolationLevel: "RepeatableRead" } as const;
    return await transact((tx) => writeEdition(tx, strategyId, now), options);
  } catch (error) {
    if (isUniqueViolation(error)) return null; // the other finished between our snapshot and our lock
    throw error;
  }
}

/**
 * The same for whoever wants what is ready now to be in it: waits for an edition that another process is making.
 * @throws Conflict when that takes longer than an edition may
 */
export async function makeEditionNow(strategyId: string): Promise<number> {
  const deadline = Date.now() + editionTimeout;
  for (;;) {
    const number = await makeEdition(strategyId);
    if (number !== null) return number;
    if (Date.now() > deadline) throw new Conflict("Another process is making this edition.");
    await sleep(250);
  }
}
