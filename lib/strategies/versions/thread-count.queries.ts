import { db } from "@/lib/database/client";

/** Numbers of published threads by paragraph id; paragraphs without threads are left out. */
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

/** For each paragraph id, the number of published threads about it and the number of the section that has them. */
export async function countThreadsBySectionAndParagraph(
  strategyId: string,
): Promise<Map<string, { count: number; section: number }>> {
  const sections = await db().section.findMany({ where: { strategyId }, select: { id: true, number: true } });
  const rows = await db().thread.groupBy({
    by: ["paragraphId", "sectionId"],
    where: { sectionId: { in: sections.map(({ id }) => id) }, paragraphId: { not: null }, week: { not: null } },
    _count: true,
  });
  const numbers = new Map(sections.map(({ id, number }) => [id, number]));
  return new Map(
    rows.map((row) => [row.paragraphId ?? "", { count: row._count, section: numbers.get(row.sectionId) ?? 0 }]),
  );
}
