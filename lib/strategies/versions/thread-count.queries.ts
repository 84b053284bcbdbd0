import { db } from "@/lib/database/client";

/** How many conversations everybody sees on each of these paragraphs of these sections; none is not in it. */
export async function countThreadsByParagraph(
  sectionIds: string[],
  paragraphIds: string[],
): Promise<Map<string, number>> {
  const rows = await db().thread.groupBy({
    by: ["paragraphId"],
    where: {
      sectionId: { in: sectionIds }, // the index begins with it
      paragraphId: { in: paragraphIds },
      week: { not: null },
    },
    _count: true,
  });
  return new Map(rows.flatMap(({ paragraphId, _count }) => (paragraphId ? [[paragraphId, _count] as const] : [])));
}
