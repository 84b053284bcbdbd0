import type { Tx } from "@/lib/database/client";
import { titlesOf } from "@/lib/notifications/follow.queries";

/** Words of a draft on a part of the strategy that the newest version has no more, and what that part is in now. */
export type LeftPart = { place: string; title: string; text: string; now: string | null };

/**
 * The words that stand on no part of today's version. They are not published again; whoever wrote them sees where to.
 * @param places of the newest version
 */
export async function listLeft(
  tx: Tx,
  parts: readonly { place: string; text: string }[],
  places: readonly { place: string; title: string }[],
): Promise<LeftPart[]> {
  const left = parts.filter(({ place, text }) => text.trim() !== "" && !places.some((one) => one.place === place));
  if (left.length === 0) return [];
  const titles = await titlesOf(left.map(({ place }) => place));
  const sections = await tx.section.findMany({
    where: { id: { in: left.map(({ place }) => place) } },
    select: { id: true, movedToId: true, movedTo: { select: { movedToId: true } } },
  });
  return left.map(({ place, text }) => {
    const section = sections.find(({ id }) => id === place);
    const now = [section?.movedToId, section?.movedTo?.movedToId].find((id) => places.some((one) => one.place === id));
    const was = titles.get(place);
    return { place, text, title: was ? `${was.number}. ${was.title}` : "A part that went", now: now ?? null };
  });
}
