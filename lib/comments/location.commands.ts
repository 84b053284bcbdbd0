import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { LocationInput } from "@/lib/comments/comment.schema";
import { getOwnLocation } from "@/lib/comments/location.queries";
import { getOpenSection } from "@/lib/comments/submission.queries";
import { addToTallies } from "@/lib/comments/tally.writes";
import { db, isForeignKeyViolation, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import type { Person } from "@/lib/people/person.policy";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";

/**
 * Corrects workplace and sector of a comment, at any time. From then on the comment counts under the LEP of the
 * corrected place; published counts follow with the next release.
 * @throws NotFound (not theirs, a reply, deleted), RuleViolation (not a district of this strategy), Conflict (a rep decided meanwhile)
 */
export async function correctLocation(person: Person, commentId: string, input: LocationInput): Promise<void> {
  const current = await getOwnLocation(person, commentId);
  if (!current) throw new NotFound();
  const section = await getOpenSection(current.strategyId, current.sectionNumber, input.district);
  if (!section) throw new NotFound();
  if (input.district && !section.district) throw new RuleViolation("Choose a place from the list.", "district");
  const lepId = lepForComment(section.lepIds, section.district?.viaBodies ?? null);
  const vintage = section.district && boundaryVintage(section.district);
  const corrected = { districtId: input.district, sectorId: input.sector, vintage, lepId };
  try {
    await db().$transaction((tx) => writeLocation(tx, commentId, section.foundationId, corrected));
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new RuleViolation("Choose a kind of work from the list.", "sector");
    throw error;
  }
}

type CorrectedLocation = {
  districtId: string | null;
  sectorId: string | null;
  vintage: string | null;
  lepId: string | null;
};

async function writeLocation(
  tx: Tx,
  id: string,
  foundationId: string | null,
  corrected: CorrectedLocation,
): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({ where: { id }, select: transitionColumns });
  // a new version, so that a decision at the same moment does not count it under the old LEP
  const { count } = await tx.comment.updateMany({
    where: { id, version: comment.version },
    data: { ...corrected, version: { increment: 1 } },
  });
  if (count === 0)
    throw new Conflict("A rep decided on this comment a moment ago. Nothing was changed: send it again.");
  if (comment.lepId === corrected.lepId) return;
  const { strategyId, stance, thread, state } = comment;
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const tallied = { strategyId, sectionId: thread.sectionId, foundationId, stance, themeIds };
  const publishedCount = Number(state === "published");
  const tallyChanges = [
    { lepId: comment.lepId, amount: -1 },
    { lepId: corrected.lepId, amount: 1 },
  ].sort((a, b) => ((a.lepId ?? "") < (b.lepId ?? "") ? -1 : 1)); // a fixed order avoids deadlocks
  for (const { lepId, amount } of tallyChanges) {
    const change = { comments: amount * publishedCount, threads: amount * publishedCount };
    await addToTallies(tx, { ...tallied, lepId }, change);
  }
  await invalidateTags(tx, `thread:${comment.threadId}`);
  await invalidateStrategyPages(tx, strategyId);
}
