import { db } from "@/lib/database/client";
import { type Block, block as blockShape } from "@/lib/strategies/drafts/draft.schema";
import { currentVersion, factColumns, factsOf, type StrategyFacts, visible } from "@/lib/strategies/strategy.queries";

const keptBlock = (kept: unknown): Block | null => (kept === null ? null : blockShape.parse(kept));

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
    /** As the version before worded it, where that was otherwise. */
    before: string | null;
    isNew: boolean;
  }[];
  /** Of the version before, what this section had and no section has now. */
  gone: { id: string; text: string }[];
  previous: { number: number; title: string } | null;
  next: { number: number; title: string } | null;
  strategy: StrategyFacts & { canChange: string | null };
};

/** One section as the newest published version words it, with its neighbours. Null when unseen. */
export async function getSection(slug: string, number: number): Promise<SectionView | null> {
  const strategy = await db().strategy.findFirst({
    where: { id: slug, ...visible },
    select: {
      ...factColumns,
      canChange: true,
      versions: { ...currentVersion, take: 2, select: { id: true, number: true } },
    },
  });
  const [version, earlier] = strategy?.versions ?? [];
  if (!strategy || !version) return null;
  const sections = await db().versionSection.findMany({
    where: { versionId: version.id },
    orderBy: { position: "asc" },
    select: { title: true, section: { select: { id: true, number: true } } },
  });
  const at = sections.findIndex(({ section }) => section.number === number);
  const here = sections[at];
  if (!here) return null;
  const words = await db().versionSection.findUniqueOrThrow({
    where: { versionId_sectionId: { versionId: version.id, sectionId: here.section.id } },
    select: { title: true, summary: true, canChange: true, foundationId: true, themeIds: true },
  });
  const paragraphs = await db().versionParagraph.findMany({
    where: { versionId: version.id, sectionId: here.section.id },
    orderBy: { position: "asc" },
    select: { paragraphId: true, text: true, block: true },
  });
  const { themeIds, ...own } = words;
  const { before, gone } = await compareWith(earlier?.id, version.id, here.section.id, paragraphs);
  const themes = await db().theme.findMany({
    where: { id: { in: [...themeIds, own.foundationId ?? ""] } },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
  const neighbour = (place: number) => {
    const section = sections[place];
    return section ? { number: section.section.number, title: section.title } : null;
  };
  return {
    ...own,
    id: here.section.id,
    number,
    versionId: version.id,
    versionNumber: version.number,
    foundationName: themes.find(({ id }) => id === own.foundationId)?.name ?? null,
    themes: themes.filter(({ id }) => themeIds.includes(id)),
    paragraphs: paragraphs.map(({ paragraphId: id, text, block }) => {
      const was = before.get(id);
      const isOther = was !== undefined && was !== text;
      return {
        id,
        text,
        block: keptBlock(block),
        before: isOther ? was : null,
        isNew: Boolean(earlier) && was === undefined,
      };
    }),
    gone,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    strategy: { ...factsOf(strategy), canChange: strategy.canChange },
  };
}

/** The words of the version before: of these paragraphs, and of what was taken out of this section. */
async function compareWith(
  earlierId: string | undefined,
  versionId: string,
  sectionId: string,
  paragraphs: { paragraphId: string }[],
): Promise<{ before: Map<string, string>; gone: { id: string; text: string }[] }> {
  if (!earlierId) return { before: new Map(), gone: [] };
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
    gone: left.filter(({ paragraphId }) => !live.has(paragraphId)).map(({ paragraphId: id, text }) => ({ id, text })),
  };
}
