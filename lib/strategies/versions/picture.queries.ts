import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";

/**
 * A picture of a strategy. Null when it does not exist, or is unpublished and this person may not write the strategy.
 */
export async function getPicture(
  person: Person,
  strategyId: string,
  id: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer>; isPublished: boolean } | null> {
  const picture = await db().strategyPicture.findUnique({
    where: { strategyId_id: { strategyId, id } },
    select: { type: true, bytes: true, isPublished: true, strategy: { select: { leadBodyId: true } } },
  });
  if (!picture || !(picture.isPublished || canManageStrategy(person, picture.strategy))) return null;
  const { type, bytes, isPublished } = picture;
  return { type, bytes, isPublished };
}
