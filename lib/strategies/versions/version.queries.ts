import { db } from "@/lib/database/client";
import { visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import { type Block, parseBlock } from "@/lib/strategies/versions/block.schema";
import { countThreadsBySectionAndParagraph } from "@/lib/strategies/versions/thread-count.queries";

export type VersionListItem = { number: number; title: string; note: string | null; publishedAt: Date };

const publishedVersionWhere = { publishedAt: { not: null } };

/** Every published version of a strategy, the newest first. */
export async function listVersions(strategyId: string): Promise<VersionListItem[]> {
  const rows = await db().version.findMany({
    where: { strategyId, ...publishedVersionWhere, strategy: visibleStrategyWhere },
    orderBy: { number: "desc" },
    select: { number: true, title: true, note: true, publishedAt: true },
  });
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

export type VersionParagraphView = {
  id: string;
  text: string;
  block: Block | null;
  /** The text in the previous version, when it was different. */
  before: string | null;
  isNew: boolean;
  /** Where it is in the newest version; null when it was removed. */
  newestVersion: { section: number; isSame: boolean } | null;
  /** The number of threads about it, and of the section that has them now. */
  threads: { count: number; section: number } | null;
};

export type VersionView = VersionListItem & {
  strategy: { id: string; areaName: string; kindName: string };
  isNewest: boolean;
  hasPreviousVersion: boolean;
  sections: { id: string; number: number; title: string; summary: string; paragraphs: VersionParagraphView[] }[];
  /** Paragraphs of the previous version that this one removed. */
  removed: { id: string; text: string; threads: VersionParagraphView["threads"] }[];
};

/** A published version, what it changed, and where its paragraphs are now; null when it is not visible. */
export async function getVersion(slug: string, number: number): Promise<VersionView | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return null;
  const strategy = await db().strategy.findFirst({
    where: { id: slug, ...visibleStrategyWhere },
    select: { id: true, areaName: true, kind: { select: { name: true } } },
  });
  const versions = await listVersions(slug);
  const at = versions.findIndex((version) => version.number === number);
  const listItem = versions[at];
  if (!strategy || !listItem) return null;
  const [content, before, newest, threads] = await Promise.all([
    getVersionContent(slug, number),
    getVersionContent(slug, versions[at + 1]?.number ?? 0),
    at === 0 ? null : getVersionContent(slug, versions[0]?.number ?? 0),
    countThreadsBySectionAndParagraph(slug),
  ]);
  const old = new Map(before.paragraphs.map(({ paragraphId, text }) => [paragraphId, text]));
  const current = new Map((newest ?? content).paragraphs.map((paragraph) => [paragraph.paragraphId, paragraph]));
  const inThis = new Set(content.paragraphs.map(({ paragraphId }) => paragraphId));
  const view = (row: VersionContent["paragraphs"][number]): VersionParagraphView => {
    const previousText = old.get(row.paragraphId);
    const currentParagraph = current.get(row.paragraphId);
    return {
      id: row.paragraphId,
      text: row.text,
      block: parseBlock(row.block),
      before: previousText !== undefined && previousText !== row.text ? previousText : null,
      isNew: previousText === undefined,
      newestVersion: currentParagraph
        ? { section: currentParagraph.section.number, isSame: currentParagraph.text === row.text }
        : null,
      threads: threads.get(row.paragraphId) ?? null,
    };
  };
  return {
    ...listItem,
    strategy: { id: strategy.id, areaName: strategy.areaName, kindName: strategy.kind.name },
    isNewest: at === 0,
    hasPreviousVersion: versions[at + 1] !== undefined,
    sections: content.sections.map(({ section, title, summary }) => ({
      ...section,
      title,
      summary,
      paragraphs: content.paragraphs.filter(({ sectionId }) => sectionId === section.id).map(view),
    })),
    removed: before.paragraphs
      .filter(({ paragraphId }) => !inThis.has(paragraphId))
      .map(({ paragraphId: id, text }) => ({ id, text, threads: threads.get(id) ?? null })),
  };
}

type VersionContent = Awaited<ReturnType<typeof getVersionContent>>;

async function getVersionContent(strategyId: string, number: number) {
  const version = await db().version.findUnique({
    where: { strategyId_number: { strategyId, number } },
    select: {
      sections: {
        orderBy: { position: "asc" },
        select: { title: true, summary: true, section: { select: { id: true, number: true } } },
      },
      paragraphs: {
        orderBy: { position: "asc" },
        select: { paragraphId: true, sectionId: true, text: true, block: true, section: { select: { number: true } } },
      },
    },
  });
  return version ?? { sections: [], paragraphs: [] };
}

/**
 * The latest text of a paragraph, and whether the newest version has removed it. Null when no published version had it.
 */
export async function getLastParagraphText(
  strategyId: string,
  paragraphId: string,
): Promise<{ text: string; version: number; isRemoved: boolean } | null> {
  const versions = await db().version.findMany({
    where: { strategyId, ...publishedVersionWhere },
    orderBy: { number: "desc" },
    select: { number: true, paragraphs: { where: { paragraphId }, select: { text: true } } },
  });
  const last = versions.find(({ paragraphs }) => paragraphs.length > 0);
  const text = last?.paragraphs[0]?.text;
  if (!last || text === undefined) return null;
  return { text, version: last.number, isRemoved: last.number !== versions[0]?.number };
}

/**
 * A section that the newest version has removed, with its last title and the section that has its threads. Null for any
 * other.
 */
export async function getRemovedSection(
  slug: string,
  number: number,
): Promise<{ areaName: string; title: string; version: number; movedTo: number | null } | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return null;
  const section = await db().section.findFirst({
    where: { strategyId: slug, number, strategy: visibleStrategyWhere },
    select: {
      movedTo: { select: { number: true } },
      strategy: { select: { areaName: true } },
      versions: {
        where: { version: publishedVersionWhere },
        orderBy: { version: { number: "desc" } },
        take: 1,
        select: { title: true, version: { select: { number: true } } },
      },
    },
  });
  const last = section?.versions[0];
  if (!section || !last) return null;
  const { movedTo, strategy } = section;
  return { ...strategy, title: last.title, version: last.version.number, movedTo: movedTo?.number ?? null };
}
