import type { Tx } from "@/lib/database/client";
import { fundingText } from "@/lib/strategies/versions/block.rules";
import { demoId } from "@/prisma/seed/demo/content";

/** Beside the awards that the reference data has. */
const fundingLines = [
  {
    strategyId: "west-midlands",
    name: "A fund for early and late buses (made up for this demonstration)",
    amount: "£12 million, from 2027 to 2030",
    sharing: "competition" as const,
    who: "councils and bus companies that bid for it together",
    decided: "in March 2027, by the board of the combined authority",
    source: null,
  },
];

/** Adds a funding line to the first infrastructure section of each strategy. */
export async function seedFunding(tx: Tx): Promise<void> {
  for (const [at, { strategyId, ...fundingLine }] of fundingLines.entries()) {
    const { versionId, sectionId } = await tx.versionSection.findFirstOrThrow({
      where: { version: { strategyId, number: 1 }, foundationId: "infrastructure" },
      orderBy: { position: "asc" },
    });
    const id = demoId("paragraph", `money-${at}`);
    await tx.paragraph.create({ data: { id, strategyId } });
    const content = { text: fundingText(fundingLine), block: { kind: "funding", ...fundingLine } };
    await tx.versionParagraph.create({
      data: { versionId, sectionId, paragraphId: id, position: 100 + at, ...content },
    });
  }
}
