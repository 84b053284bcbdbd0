import { appendToRecord } from "@/lib/audit/record.writes";
import {
  applyLocationCorrections,
  countReactions,
  publishReadyComments,
  updateThreads,
} from "@/lib/comments/publication.writes";
import { rebuildStrategyTallies } from "@/lib/comments/tally.writes";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { writeModerationFigures } from "@/lib/moderation/decisions/transparency.writes";
import { eraseLeavingParticipants } from "@/lib/people/privacy/erasure.writes";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import { countWaitingComments, getNewestEdition, hashContents } from "@/lib/summaries/editions/edition.queries";
import { writeSummaryParts } from "@/lib/summaries/summary-part.writes";

/**
 * Writes the next edition of a strategy.
 * @param isFollowed whether another follows at once, as in the demonstration: threads, tallies, summaries and cached pages
 *   are left to that one, which writes them anew
 * @returns its number; null when another process is making it
 */
export async function writeEdition(
  tx: Tx,
  strategyId: string,
  now: Date,
  { isFollowed = false } = {},
): Promise<number | null> {
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
  if (!isFollowed) {
    await updateThreads(tx, strategyId);
    await rebuildStrategyTallies(tx, strategyId);
    await writeSummaryParts(tx, strategyId, now);
  }
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
  if (isFollowed) return number;
  await writeModerationFigures(tx, leadBodyId, now);
  await invalidateStrategyPages(tx, strategyId);
  return number;
}
