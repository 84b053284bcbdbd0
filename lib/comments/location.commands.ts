import { lepOf, vintageOf } from "@/lib/comments/comment.rules";
import { getOwnPlace } from "@/lib/comments/location.queries";
import type { PlaceInput } from "@/lib/comments/location.schema";
import { getOpenSection } from "@/lib/comments/submission/submission.queries";
import { tally } from "@/lib/comments/tally.writes";
import { db, isMissingReference, markStale, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import type { Person } from "@/lib/people/person.policy";

/**
 * Puts right where an author works and what kind of work it is, at any time: what we count by must be true. The
 * comment is counted under the LEP of the right place from then on; the next release follows.
 * @throws NotFound (not theirs, a reply, gone), Refused (not a place of this strategy), Conflict (a rep decided on it)
 */
export async function putPlaceRight(person: Person, commentId: string, input: PlaceInput): Promise<void> {
  const own = await getOwnPlace(person, commentId);
  if (!own) throw new NotFound();
  const section = await getOpenSection(own.strategyId, own.sectionNumber, input.district);
  if (!section) throw new NotFound();
  if (input.district && !section.district) throw new Refused("Choose a place from the list.", "district");
  const lepId = lepOf(section.lepIds, section.district?.viaBodies ?? null);
  const vintage = section.district && vintageOf(section.district);
  const right = { districtId: input.district, sectorId: input.sector, vintage, lepId };
  try {
    await db().$transaction((tx) => put(tx, commentId, section.foundationId, right));
  } catch (error) {
    if (isMissingReference(error)) throw new Refused("Choose a kind of work from the list.", "sector");
    throw error;
  }
}

type Right = { districtId: string | null; sectorId: string | null; vintage: string | null; lepId: string | null };

async function put(tx: Tx, id: string, foundationId: string | null, right: Right): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({ where: { id }, select: movedColumns });
  // the version goes up, or a decision of the same moment would count it under the old LEP
  const { count } = await tx.comment.updateMany({
    where: { id, version: comment.version },
    data: { ...right, version: { increment: 1 } },
  });
  if (count === 0)
    throw new Conflict("A rep decided on this comment a moment ago. Nothing was changed: send it again.");
  if (comment.lepId === right.lepId) return;
  const { strategyId, stance, thread, state } = comment;
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const counted = { strategyId, sectionId: thread.sectionId, foundationId, stance, themeIds };
  const published = Number(state === "published");
  const moves = [
    { lepId: comment.lepId, by: -1 },
    { lepId: right.lepId, by: 1 },
  ].sort((a, b) => ((a.lepId ?? "") < (b.lepId ?? "") ? -1 : 1)); // always in one order, so that no two deadlock
  for (const { lepId, by } of moves) {
    const change = { comments: by * published, threads: by * published };
    await tally(tx, { ...counted, lepId }, change);
  }
  const bodies = [comment.lepId, right.lepId].filter((body) => body !== null);
  await markStale(tx, `strategy:${strategyId}`, `thread:${comment.threadId}`, ...bodies.map((body) => `body:${body}`));
}
