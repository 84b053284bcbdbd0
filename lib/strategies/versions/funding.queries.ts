import { db } from "@/lib/database/client";
import { type Block, blockSchema } from "@/lib/strategies/versions/block.schema";
import { countThreadsByParagraph } from "@/lib/strategies/versions/thread-count.queries";

/** A funding line of a strategy, with the number of its threads. */
export type FundingLine = { id: string; section: number; block: Block; threads: number };

/** The funding lines of a version, in order. */
export async function listFundingLines(versionId: string | undefined): Promise<FundingLine[]> {
  if (!versionId) return [];
  const rows = await db().versionParagraph.findMany({
    where: { versionId, block: { path: ["kind"], equals: "funding" } },
    orderBy: [{ section: { number: "asc" } }, { position: "asc" }],
    select: { paragraphId: true, sectionId: true, block: true, section: { select: { number: true } } },
  });
  if (rows.length === 0) return [];
  const threads = await countThreadsByParagraph(
    rows.map(({ sectionId }) => sectionId),
    rows.map(({ paragraphId }) => paragraphId),
  );
  return rows.map(({ paragraphId: id, block, section }) => ({
    id,
    section: section.number,
    block: blockSchema.parse(block),
    threads: threads.get(id) ?? 0,
  }));
}
