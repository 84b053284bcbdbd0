import { db } from "@/lib/db";
import { type Block, block as blockShape } from "@/lib/strategies/drafting/schema";
import { bodyTitle, isLeadCounted, type Lead, plainDistrictName, unseenPhases } from "@/lib/strategies/rules";
import type { DistrictRole, Phase } from "@/prisma/generated/enums";

/** What every list and heading says of a strategy. */
export type StrategyFacts = {
  id: string;
  kindName: string;
  areaName: string;
  title: string | null;
  leadType: string; // mayor, lep, or another body
  leadTitle: string;
  /** How a list calls those who lead as this body does: "Local Enterprise Partnership". */
  leadKind: string;
  status: string;
  statusDate: string | null;
  phase: Phase;
  closesAt: Date | null;
};

const factColumns = {
  id: true,
  areaName: true,
  title: true,
  leadType: true,
  status: true,
  statusDate: true,
  phase: true,
  closesAt: true,
  kind: { select: { name: true } },
  leadBody: {
    select: { id: true, name: true, isCounted: true, hasMayor: true, kind: { select: { name: true, short: true } } },
  },
} as const;

type FactRow = Omit<StrategyFacts, "kindName" | "leadTitle" | "leadKind"> & {
  kind: { name: string };
  leadBody: Lead & { id: string; name: string; kind: { name: string; short: string } };
};

const factsOf = (row: FactRow): StrategyFacts => ({
  id: row.id,
  kindName: row.kind.name,
  areaName: row.areaName,
  title: row.title,
  leadType: row.leadType,
  leadTitle: bodyTitle(row.leadBody),
  leadKind: row.leadBody.kind.name,
  status: row.status,
  statusDate: row.statusDate,
  phase: row.phase,
  closesAt: row.closesAt,
});

// what an admin has not released is not there
const visible = { phase: { notIn: unseenPhases } };

/** Every strategy that may be seen, by area. */
export async function listStrategies(): Promise<StrategyFacts[]> {
  const rows = await db().strategy.findMany({ where: visible, orderBy: { areaName: "asc" }, select: factColumns });
  return rows.map(factsOf);
}

export type SectionListItem = {
  id: string;
  number: number;
  title: string;
  summary: string;
  foundationId: string | null;
  threads: number;
};

export type StrategyView = StrategyFacts & {
  summary: string | null;
  canChange: string | null;
  priorities: string[];
  certainty: string;
  sources: string[];
  contact: string | null;
  /** Whether the words are ours, and not the lead body's own. */
  isOurs: boolean;
  /** Each time that its closing day was moved, the newest first. */
  extensions: { before: Date | null; after: Date; reason: string }[];
  /** The LEPs that take part, or the body that leads: those under which comments count. */
  leps: { id: string; title: string }[];
  /** The districts from which it takes comments, by name. */
  districts: { id: string; name: string; role: DistrictRole }[];
  /** Of the newest published version, in order. */
  sections: SectionListItem[];
  /** Lines of the money in it, and how many conversations each has. */
  money: { id: string; section: number; block: Block; threads: number }[];
};

/** One strategy as it stands now: its facts, and the sections of its newest published version. Null when unseen. */
export async function getStrategy(slug: string): Promise<StrategyView | null> {
  const row = await db().strategy.findFirst({ where: { id: slug, ...visible }, select: viewColumns });
  if (!row) return null;
  const { summary, canChange, priorities, certainty, contact } = row;
  const leads = isLeadCounted(row.leadBody, row.bodies) ? [row.leadBody] : [];
  const [threads, money] = await Promise.all([countThreads(slug), listMoney(row.versions[0]?.id)]);
  return {
    ...factsOf(row),
    ...{ summary, canChange, priorities, certainty, contact, extensions: row.extensions },
    money,
    isOurs: row.versions[0]?.createdById === null,
    sources: row.source?.split(" ; ").filter(Boolean) ?? [],
    leps: [...leads, ...row.bodies.map(({ body }) => body)].map((body) => ({ id: body.id, title: bodyTitle(body) })),
    districts: row.districts.map(({ district, role }) => ({
      id: district.id,
      name: plainDistrictName(district.name),
      role,
    })),
    sections: (row.versions[0]?.sections ?? []).map(({ section, ...words }) => ({
      ...words,
      ...section,
      threads: threads.get(section.id) ?? 0,
    })),
  };
}

const currentVersion = { where: { publishedAt: { not: null } }, orderBy: { number: "desc" }, take: 1 } as const;

const viewColumns = {
  ...factColumns,
  extensions: { orderBy: { at: "desc" }, select: { before: true, after: true, reason: true } },
  summary: true,
  canChange: true,
  priorities: true,
  certainty: true,
  source: true,
  contact: true,
  bodies: {
    where: { body: { isCounted: true } },
    orderBy: { body: { name: "asc" } },
    select: { body: { select: { id: true, name: true, kind: { select: { short: true } } } } },
  },
  districts: {
    where: { role: { not: "former_lep_area" } },
    orderBy: { district: { name: "asc" } },
    select: { role: true, district: { select: { id: true, name: true } } },
  },
  versions: {
    ...currentVersion,
    select: {
      id: true,
      createdById: true,
      sections: {
        orderBy: { position: "asc" },
        select: { title: true, summary: true, foundationId: true, section: { select: { id: true, number: true } } },
      },
    },
  },
} as const;

/** The lines of the money in a version, in order. */
async function listMoney(versionId: string | undefined): Promise<StrategyView["money"]> {
  if (!versionId) return [];
  const rows = await db().versionParagraph.findMany({
    where: { versionId, block: { path: ["kind"], equals: "funding" } },
    orderBy: [{ section: { number: "asc" } }, { position: "asc" }],
    select: { paragraphId: true, sectionId: true, block: true, section: { select: { number: true } } },
  });
  if (rows.length === 0) return [];
  const threads = await db().thread.groupBy({
    by: ["paragraphId"],
    where: {
      sectionId: { in: rows.map(({ sectionId }) => sectionId) }, // the index begins with it
      paragraphId: { in: rows.map(({ paragraphId }) => paragraphId) },
      week: { not: null },
    },
    _count: true,
  });
  return rows.map(({ paragraphId: id, block, section }) => ({
    id,
    section: section.number,
    block: blockShape.parse(block),
    threads: threads.find(({ paragraphId }) => paragraphId === id)?._count ?? 0,
  }));
}

/** Threads by section, from the tallies. */
async function countThreads(strategyId: string): Promise<Map<string, number>> {
  const rows = await db().tally.groupBy({ by: ["key"], where: { strategyId, by: "section" }, _sum: { threads: true } });
  return new Map(rows.map(({ key, _sum }) => [key, _sum.threads ?? 0]));
}

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
