import type { Tx } from "@/lib/database/client";
import { dayInputValue } from "@/lib/strategies/drafts/draft.rules";
import type { DraftAbout, DraftSection } from "@/lib/strategies/drafts/draft.schema";
import type { PublishedSection } from "@/lib/strategies/drafts/paragraph-matching";
import { parseBlock } from "@/lib/strategies/versions/block.schema";

/** The newest published version as the content of a new draft. */
export async function getNewestVersionAsDraft(
  strategyId: string,
  tx: Tx,
  newKey: () => string,
): Promise<{ about: DraftAbout; sections: DraftSection[] }> {
  const strategy = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { summary: true, canChange: true, contact: true, closesAt: true },
  });
  const { summary, canChange, contact, closesAt } = strategy;
  const about = { summary: summary ?? "", canChange: canChange ?? "", contact: contact ?? "" };
  const sections = await listNewestSections(strategyId, tx);
  return {
    about: { ...about, title: "", note: null, closesOn: dayInputValue(closesAt) },
    sections: sections.map((section) => toDraftSection(section, newKey)),
  };
}

/** A published section as the content of a new draft. @param newKey makes the keys of the section and its paragraphs */
export const toDraftSection = (
  { id: sectionId, paragraphs, ...details }: NewestSection,
  newKey: () => string,
): DraftSection => ({
  ...details,
  key: newKey(),
  sectionId,
  paragraphs: paragraphs.map(({ id, text, block }) => ({
    key: newKey(),
    paragraphId: id,
    text,
    block: parseBlock(block),
  })),
});

type NewestSection = Omit<PublishedSection, "paragraphs"> &
  Pick<DraftSection, "summary" | "foundationId" | "themeIds" | "canChange"> & {
    paragraphs: { id: string; text: string; block: unknown }[];
  };

/** The sections and paragraphs of the newest published version, in order. */
export async function listNewestSections(strategyId: string, tx: Tx): Promise<NewestSection[]> {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      sections: { orderBy: { position: "asc" } },
      paragraphs: { orderBy: { position: "asc" } },
    },
  });
  return (version?.sections ?? []).map(({ sectionId, title, summary, foundationId, themeIds, canChange }) => ({
    ...{ id: sectionId, title, summary, foundationId, themeIds, canChange },
    paragraphs: (version?.paragraphs ?? [])
      .filter((paragraph) => paragraph.sectionId === sectionId)
      .map(({ paragraphId: id, text, block }) => ({ id, text, block })),
  }));
}
