import { appendToRecord } from "@/lib/audit/record.writes";
import {
  applyLocationCorrections,
  countReactions,
  publishReadyComments,
  updateThreads,
} from "@/lib/comments/publication.writes";
import { rebuildStrategyTallies } from "@/lib/comments/tally.writes";
import { isUniqueViolation, type Tx, transact } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { editionSchedule } from "@/lib/env";
import { writeModerationFigures } from "@/lib/moderation/decisions/transparency.writes";
import { eraseLeavingParticipants } from "@/lib/people/privacy/erasure.writes";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import {
  countWaitingComments,
  getNewestEdition,
  hashContents,
  listEditionFacts,
} from "@/lib/summaries/editions/edition.queries";
import { isEditionDue } from "@/lib/summaries/editions/edition.rules";
import { writeSummaryParts } from "@/lib/summaries/summary-part.writes";

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

async function writeEdition(tx: Tx, strategyId: string, now: Date): Promise<number | null> {
  const [lock] = await tx.$queryRaw<{ isFree: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`edition:${strategyId}`}, 0)) AS "isFree"`;
  if (!lock?.isFree) return null;
  const previous = await getNewestEdition(tx, strategyId);
  const number = previous.number + 1;
  // first what may conflict with people who write meanwhile: it is tried again then, and nothing is computed twice
  await eraseLeavingParticipants(tx, strategyId, number);
  await applyLocationCorrections(tx, strategyId);
  const added = await publishReadyComments(tx, strategyId, startOfWeek(now));
  const reactions = await countReactions(tx, strategyId);
  await updateThreads(tx, strategyId);
  await rebuildStrategyTallies(tx, strategyId);
  await writeSummaryParts(tx, strategyId, now);
  const { total, hash } = await hashContents(tx, strategyId);
  const left = previous.number === 0 ? 0 : previous.total + added.comments + added.replies - total;
  const waiting = await countWaitingComments(tx, strategyId);
  await tx.edition.create({
    data: { strategyId, number, madeAt: now, hash, total, ...added, reactions, left: Math.max(0, left), waiting },
  });
  // last, because the body's other strategies write it too
  const { leadBodyId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  await appendToRecord(tx, strategyId, leadBodyId, now);
  await writeModerationFigures(tx, leadBodyId, now);
  await invalidateStrategyPages(tx, strategyId);
  return number;
}
