import { cache } from "react";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import {
  currentVersionArgs,
  type StrategyFacts,
  strategyFactsSelect,
  toStrategyFacts,
  visibleStrategyWhere,
} from "@/lib/strategies/strategy.queries";
import { type Block, parseBlock } from "@/lib/strategies/versions/block.schema";

export type SectionView = {
  id: string;
  number: number;
  versionId: string;
  versionNumber: number;
  title: string;
  summary: string;
  canChange: string | null;
  foundationId: string | null;
  foundationName: string | null;
  themes: { id: string; name: string }[];
  paragraphs: {
    id: string;
    text: string;
    block: Block | null;
    /** The text in the previous version, when it was different. */
    before: string | null;
    isNew: boolean;
  }[];
  /** Paragraphs that this section had in the previous version and no section has now. */
  removed: { id: string; text: string }[];
  previous: { number: number; title: string } | null;
  next: { number: number; title: string } | null;
  strategy: StrategyFacts & { canChange: string | null };
};

/** A section of the newest published version, with its neighbours; null when it is not visible. */
export const getSection = cache(async (slug: string, number: number): Promise<SectionView | null> => {
  const strategy = await db().strategy.findFirst({
    where: { id: slug, ...visibleStrategyWhere },
    select: {
      ...strategyFactsSelect,
      canChange: true,
      versions: { ...currentVersionArgs, take: 2, select: { id: true, number: true } },
    },
  });
  const [version, earlier] = strategy?.versions ?? [];
  if (!strategy || !version) return null;
  const sections = await db().versionSection.findMany({
    where: { versionId: version.id },
    orderBy: { position: "asc" },
    select: {
      title: true,
      summary: true,
      canChange: true,
      foundationId: true,
      themeIds: true,
      section: { select: { id: true, number: true } },
    },
  });
  const at = sections.findIndex(({ section }) => section.number === number);
  const current = sections[at];
  if (!current) return null;
  const {
    themeIds,
    section: { id },
    ...own
  } = current;
  const paragraphs = await db().versionParagraph.findMany({
    where: { versionId: version.id, sectionId: id },
    orderBy: { position: "asc" },
    select: { paragraphId: true, text: true, block: true },
  });
  const { before, removed } = await compareWithEarlierVersion(earlier?.id, version.id, id, paragraphs);
  const themes = await listThemes();
  const neighbour = (place: number) => {
    const section = sections[place];
    return section ? { number: section.section.number, title: section.title } : null;
  };
  return {
    ...own,
    id,
    number,
    versionId: version.id,
    versionNumber: version.number,
    foundationName: themes.find(({ id }) => id === own.foundationId)?.name ?? null,
    themes: themes.filter((theme) => themeIds.includes(theme.id)).map(({ id, name }) => ({ id, name })),
    paragraphs: paragraphs.map(({ paragraphId, text, block }) => {
      const previousText = before.get(paragraphId);
      const hasChanged = previousText !== undefined && previousText !== text;
      return {
        id: paragraphId,
        text,
        block: parseBlock(block),
        before: hasChanged ? previousText : null,
        isNew: Boolean(earlier) && previousText === undefined,
      };
    }),
    removed,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    strategy: { ...toStrategyFacts(strategy), canChange: strategy.canChange },
  };
});

/** The previous version's text of these paragraphs, and the paragraphs that were removed from this section. */
async function compareWithEarlierVersion(
  earlierId: string | undefined,
  versionId: string,
  sectionId: string,
  paragraphs: { paragraphId: string }[],
): Promise<{ before: Map<string, string>; removed: { id: string; text: string }[] }> {
  if (!earlierId) return { before: new Map(), removed: [] };
  const ids = paragraphs.map(({ paragraphId }) => paragraphId);
  const rows = await db().versionParagraph.findMany({
    where: { versionId: earlierId, OR: [{ sectionId }, { paragraphId: { in: ids } }] },
    orderBy: { position: "asc" },
    select: { paragraphId: true, text: true },
  });
  const left = rows.filter(({ paragraphId }) => !ids.includes(paragraphId));
  const elsewhere = await db().versionParagraph.findMany({
    where: { versionId, paragraphId: { in: left.map(({ paragraphId }) => paragraphId) } },
    select: { paragraphId: true },
  });
  const live = new Set(elsewhere.map(({ paragraphId }) => paragraphId));
  return {
    before: new Map(rows.map(({ paragraphId, text }) => [paragraphId, text])),
    removed: left
      .filter(({ paragraphId }) => !live.has(paragraphId))
      .map(({ paragraphId: id, text }) => ({ id, text })),
  };
}
