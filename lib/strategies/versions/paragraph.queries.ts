import { shortenText } from "@/lib/characters";
import { db } from "@/lib/database/client";

/** Paragraphs of the newest published version, to point to: "Part 2, paragraph 1: The first words…". */
export async function listParagraphOptions(strategyId: string): Promise<{ value: string; label: string }[]> {
  const version = await db().version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      paragraphs: {
        orderBy: [{ section: { number: "asc" } }, { position: "asc" }],
        select: { paragraphId: true, position: true, text: true, section: { select: { number: true } } },
      },
    },
  });
  return (version?.paragraphs ?? []).map(({ paragraphId, position, text, section }) => ({
    value: paragraphId,
    label: `Section ${section.number}, paragraph ${position}: ${shortenText(text, 60)}`,
  }));
}
