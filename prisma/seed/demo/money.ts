import type { Tx } from "@/lib/db";
import { fundingWords } from "@/lib/strategies/drafting/rules";
import { demoId } from "@/prisma/seed/demo/content";

// Made up, and it says so: no source of ours gives the figures of a real fund.
const line = {
  name: "A fund for early and late buses (made up for this demonstration)",
  amount: "£12 million, from 2027 to 2030",
  sharing: "competition" as const,
  who: "councils and bus companies that bid for it together",
  decided: "in March 2027, by the board of the combined authority",
  source: null,
};

/** A line of the money, in the first part of the West Midlands strategy that is about infrastructure. */
export async function seedMoney(tx: Tx): Promise<void> {
  const strategyId = "west-midlands";
  const section = await tx.versionSection.findFirstOrThrow({
    where: { version: { strategyId, number: 1 }, foundationId: "infrastructure" },
    orderBy: { position: "asc" },
  });
  const { versionId, sectionId } = section;
  const id = demoId("paragraph", "money");
  await tx.paragraph.create({ data: { id, strategyId } });
  const words = { text: fundingWords(line), block: { kind: "funding", ...line } };
  await tx.versionParagraph.create({ data: { versionId, sectionId, paragraphId: id, position: 100, ...words } });
}
