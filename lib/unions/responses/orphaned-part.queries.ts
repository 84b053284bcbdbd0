import type { Tx } from "@/lib/database/client";
import { getSectionTitles } from "@/lib/notifications/follow.queries";

/** A draft text on a section that the newest version does not have, and the section that replaced it, if any. */
export type OrphanedPart = { partKey: string; title: string; text: string; movedToPartKey: string | null };

/**
 * The texts of a draft that belong to no part of the newest version. They are not published; the draft's page shows them
 * so that they can be moved.
 * @param headings of the newest version
 */
export async function listOrphanedParts(
  tx: Tx,
  parts: readonly { partKey: string; text: string }[],
  headings: readonly { partKey: string; title: string }[],
): Promise<OrphanedPart[]> {
  const orphaned = parts.filter(
    ({ partKey, text }) => text.trim() !== "" && !headings.some((heading) => heading.partKey === partKey),
  );
  if (orphaned.length === 0) return [];
  const sectionIds = orphaned.map(({ partKey }) => partKey);
  const titles = await getSectionTitles(sectionIds);
  const sections = await tx.section.findMany({
    where: { id: { in: sectionIds } },
    select: { id: true, movedToId: true, movedTo: { select: { movedToId: true } } },
  });
  return orphaned.map(({ partKey, text }) => {
    const section = sections.find(({ id }) => id === partKey);
    const movedToPartKey = [section?.movedToId, section?.movedTo?.movedToId].find((id) =>
      headings.some((heading) => heading.partKey === id),
    );
    const oldTitle = titles.get(partKey);
    return {
      partKey,
      text,
      title: oldTitle ? `${oldTitle.number}. ${oldTitle.title}` : "A section that has gone",
      movedToPartKey: movedToPartKey ?? null,
    };
  });
}
