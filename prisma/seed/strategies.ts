import { createHash } from "node:crypto";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";
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
 * Gives each strategy its first version, in our words: sections and paragraphs, published. Safe to run again: ids
 * come from the strategy and the number, so an address or a thread never loses what it was about. What an admin
 * has written since (later versions, a strategy's summary) stays.
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
      // the words themselves hang on nothing: written anew, so that a correction of ours arrives
      await tx.versionSection.deleteMany({ where: { versionId: { in: versionIds } } });
      // ours are words alone: what a demonstration adds of the money stays
      await tx.versionParagraph.deleteMany({
        where: { versionId: { in: versionIds }, block: { equals: Prisma.DbNull } },
      });
      await tx.versionSection.createMany({ data: rows.flatMap(({ versionSections }) => versionSections) });
      await tx.versionParagraph.createMany({ data: rows.flatMap(({ versionParagraphs }) => versionParagraphs) });
    },
    { timeout: 60_000 },
  );
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

/** 22 characters, 132 bits of SHA-256: the look of a random id, the same on every machine. */
const stableId = (...parts: (string | number)[]) =>
  createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22);
