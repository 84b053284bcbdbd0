import { createHash } from "node:crypto";
import type { FundingAward } from "@/lib/areas/national-facts.rules";
import type { Tx } from "@/lib/database/client";
import { fundingText } from "@/lib/strategies/versions/block.rules";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";
import { fundingLines } from "@/prisma/reference/funding-lines";
import { readReference } from "@/prisma/reference/read";

export type StrategyContent = {
  strategyId: string;
  summary: string;
  canChange: string | null;
  sections: {
    number: number;
    title: string;
    foundationId: string | null;
    themeIds: string[];
    summary: string;
    canChange: string | null;
    paragraphs: string[];
  }[];
};

/**
 * Publishes the first version of each strategy, with our own text. Safe to run again: ids are derived from the strategy
 * and the number, so addresses and threads keep their sections. What was written since, such as later versions and a
 * strategy's summary, stays.
 */
export async function seedStrategies(
  db: PrismaClient,
  all: StrategyContent[] = readReference<StrategyContent>("strategy-sections"),
): Promise<void> {
  const rows = all.map(toRows);
  const versionIds = rows.map(({ version }) => version.id);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seed strategies'))`;
      for (const { strategyId, summary, canChange } of all) {
        await tx.strategy.updateMany({ where: { id: strategyId, summary: null }, data: { summary, canChange } });
      }
      await tx.version.createMany({ data: rows.map(({ version }) => version), skipDuplicates: true });
      await tx.section.createMany({ data: rows.flatMap(({ sections }) => sections), skipDuplicates: true });
      await tx.paragraph.createMany({ data: rows.flatMap(({ paragraphs }) => paragraphs), skipDuplicates: true });
      // nothing refers to these rows: they are rewritten, so that corrections of our text take effect
      await tx.versionSection.deleteMany({ where: { versionId: { in: versionIds } } });
      // our text has no blocks: funding lines that the demonstration adds stay
      await tx.versionParagraph.deleteMany({
        where: { versionId: { in: versionIds }, block: { equals: Prisma.DbNull } },
      });
      await tx.versionSection.createMany({ data: rows.flatMap(({ versionSections }) => versionSections) });
      await tx.versionParagraph.createMany({ data: rows.flatMap(({ versionParagraphs }) => versionParagraphs) });
      await writeFundingLines(tx, all);
    },
    { timeout: 60_000 },
  );
}

/** What government gave to the area, as paragraphs of the first section on infrastructure, after its own text. */
async function writeFundingLines(tx: Tx, all: StrategyContent[]): Promise<void> {
  const lines = fundingLines(readReference<FundingAward>("funding-awards"), readReference("strategies"));
  const rows = lines.flatMap(({ awardId, strategyId, block }) => {
    const content = all.find((strategy) => strategy.strategyId === strategyId);
    const section = content?.sections.find(({ foundationId }) => foundationId === "infrastructure");
    if (!section) return [];
    return {
      versionId: stableId(strategyId, "version", 1),
      sectionId: stableId(strategyId, "section", section.number),
      paragraphId: stableId(strategyId, "funding", awardId),
      position: 50 + awardId,
      text: fundingText(block),
      block,
      strategyId,
    };
  });
  await tx.paragraph.createMany({
    data: rows.map(({ paragraphId: id, strategyId }) => ({ id, strategyId })),
    skipDuplicates: true,
  });
  await tx.versionParagraph.deleteMany({
    where: {
      versionId: { in: rows.map(({ versionId }) => versionId) },
      paragraphId: { in: rows.map(({ paragraphId }) => paragraphId) },
    },
  });
  await tx.versionParagraph.createMany({ data: rows.map(({ strategyId: _, ...row }) => row) });
}

function toRows({ strategyId, sections }: StrategyContent) {
  const version = {
    id: stableId(strategyId, "version", 1),
    strategyId,
    number: 1,
    title: "What is known of it, in our words",
    publishedAt: new Date(),
  };
  const sectionId = (number: number) => stableId(strategyId, "section", number);
  const versionParagraphs = sections.flatMap(({ number, paragraphs }) =>
    paragraphs.map((text, at) => ({
      versionId: version.id,
      paragraphId: stableId(strategyId, "section", number, "paragraph", at + 1),
      sectionId: sectionId(number),
      position: at + 1,
      text,
    })),
  );
  return {
    version,
    sections: sections.map(({ number }) => ({ id: sectionId(number), strategyId, number })),
    paragraphs: versionParagraphs.map(({ paragraphId }) => ({ id: paragraphId, strategyId })),
    versionSections: sections.map(({ number, title, summary, foundationId, themeIds, canChange }, at) => ({
      versionId: version.id,
      sectionId: sectionId(number),
      position: at + 1,
      title,
      summary,
      foundationId,
      themeIds,
      canChange,
    })),
    versionParagraphs,
  };
}

/** 22 characters, 132 bits of SHA-256: like a random id, but the same on every machine. */
const stableId = (...parts: (string | number)[]) =>
  createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22);
