import { db } from "@/lib/database/client";
import { type Block, block as blockShape } from "@/lib/strategies/drafts/draft.schema";
import type { Phase } from "@/prisma/generated/enums";

/** A published version, as a list of them says it. */
export type VersionItem = { number: number; title: string; note: string | null; publishedAt: Date };

const published = { publishedAt: { not: null } };
const hidden: Phase[] = ["draft", "checked"];
const seen = { phase: { notIn: hidden } };

/** Every published version of a strategy, the newest first. */
export async function listVersions(strategyId: string): Promise<VersionItem[]> {
  const rows = await db().version.findMany({
    where: { strategyId, ...published, strategy: seen },
    orderBy: { number: "desc" },
    select: { number: true, title: true, note: true, publishedAt: true },
  });
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

export type OldParagraph = {
  id: string;
  text: string;
  block: Block | null;
  /** As the version before worded it, where that was otherwise. */
  before: string | null;
  isNew: boolean;
  /** Where it is in the newest version; null when it was taken out. */
  now: { section: number; isSame: boolean } | null;
  /** Conversations about it, and the section that they are under now. */
  threads: { count: number; section: number } | null;
};

export type VersionView = VersionItem & {
  strategy: { id: string; areaName: string; kindName: string };
  isNewest: boolean;
  hasBefore: boolean;
  sections: { id: string; number: number; title: string; summary: string; paragraphs: OldParagraph[] }[];
  /** What the version before had, and this one took out. */
  gone: { id: string; text: string; threads: OldParagraph["threads"] }[];
};

/** One published version, what it changed, and what became of its paragraphs since. Null when unseen. */
export async function getVersion(slug: string, number: number): Promise<VersionView | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return null;
  const strategy = await db().strategy.findFirst({
    where: { id: slug, ...seen },
    select: { id: true, areaName: true, kind: { select: { name: true } } },
  });
  const versions = await listVersions(slug);
  const at = versions.findIndex((version) => version.number === number);
  const here = versions[at];
  if (!strategy || !here) return null;
  const [words, before, newest, threads] = await Promise.all([
    wordsOf(slug, number),
    wordsOf(slug, versions[at + 1]?.number ?? 0),
    at === 0 ? null : wordsOf(slug, versions[0]?.number ?? 0),
    threadsByParagraph(slug),
  ]);
  const old = new Map(before.paragraphs.map(({ paragraphId, text }) => [paragraphId, text]));
  const current = new Map((newest ?? words).paragraphs.map((paragraph) => [paragraph.paragraphId, paragraph]));
  const inThis = new Set(words.paragraphs.map(({ paragraphId }) => paragraphId));
  const view = (row: Words["paragraphs"][number]): OldParagraph => {
    const was = old.get(row.paragraphId);
    const is = current.get(row.paragraphId);
    return {
      id: row.paragraphId,
      text: row.text,
      block: row.block === null ? null : blockShape.parse(row.block),
      before: was !== undefined && was !== row.text ? was : null,
      isNew: was === undefined,
      now: is ? { section: is.section.number, isSame: is.text === row.text } : null,
      threads: threads.get(row.paragraphId) ?? null,
    };
  };
  return {
    ...here,
    strategy: { id: strategy.id, areaName: strategy.areaName, kindName: strategy.kind.name },
    isNewest: at === 0,
    hasBefore: versions[at + 1] !== undefined,
    sections: words.sections.map(({ section, title, summary }) => ({
      ...section,
      title,
      summary,
      paragraphs: words.paragraphs.filter(({ sectionId }) => sectionId === section.id).map(view),
    })),
    gone: before.paragraphs
      .filter(({ paragraphId }) => !inThis.has(paragraphId))
      .map(({ paragraphId: id, text }) => ({ id, text, threads: threads.get(id) ?? null })),
  };
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

async function wordsOf(strategyId: string, number: number) {
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

/** Published conversations by the paragraph that they are about. */
async function threadsByParagraph(strategyId: string): Promise<Map<string, { count: number; section: number }>> {
  const sections = await db().section.findMany({ where: { strategyId }, select: { id: true, number: true } });
  const rows = await db().thread.groupBy({
    by: ["paragraphId", "sectionId"],
    where: { sectionId: { in: sections.map(({ id }) => id) }, paragraphId: { not: null }, week: { not: null } },
    _count: true,
  });
  const numbers = new Map(sections.map(({ id, number }) => [id, number]));
  return new Map(
    rows.map((row) => [row.paragraphId ?? "", { count: row._count, section: numbers.get(row.sectionId) ?? 0 }]),
  );
}

/** What a paragraph said last, and whether the newest version has it. Null when no published version had it. */
export async function getLastWords(
  strategyId: string,
  paragraphId: string,
): Promise<{ text: string; version: number; isGone: boolean } | null> {
  const versions = await db().version.findMany({
    where: { strategyId, ...published },
    orderBy: { number: "desc" },
    select: { number: true, paragraphs: { where: { paragraphId }, select: { text: true } } },
  });
  const last = versions.find(({ paragraphs }) => paragraphs.length > 0);
  const text = last?.paragraphs[0]?.text;
  if (!last || text === undefined) return null;
  return { text, version: last.number, isGone: last.number !== versions[0]?.number };
}

/** A section that the newest version does not have: its last words, and where its conversations are. Null for any other. */
export async function getGoneSection(
  slug: string,
  number: number,
): Promise<{ areaName: string; title: string; version: number; movedTo: number | null } | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return null;
  const section = await db().section.findFirst({
    where: { strategyId: slug, number, strategy: seen },
    select: {
      movedTo: { select: { number: true } },
      strategy: { select: { areaName: true } },
      versions: {
        where: { version: published },
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
