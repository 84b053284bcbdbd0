import { cache } from "react";
import { bodyTitle } from "@/lib/areas/body.rules";
import { plainDistrictName } from "@/lib/areas/place.rules";
import type { NamedItem } from "@/lib/areas/reference-data.queries";
import { db } from "@/lib/database/client";
import type { Extension } from "@/lib/strategies/consultation.queries";
import { hiddenPhases, isCountedUnderLead, type LeadBody } from "@/lib/strategies/strategy.rules";
import { type FundingLine, listFundingLines } from "@/lib/strategies/versions/funding.queries";
import type { DistrictRole, Phase } from "@/prisma/generated/enums";

/** What lists and headings show about a strategy. */
export type StrategyFacts = {
  id: string;
  kindName: string;
  areaName: string;
  title: string | null;
  leadType: string; // "mayor", "lep" or "body"
  leadTitle: string;
  /** The name of the lead body's kind: "Local Enterprise Partnership". */
  leadKind: string;
  status: string;
  statusDate: string | null;
  phase: Phase;
  closesAt: Date | null;
};

/** The columns that every list of strategies shows. */
export const strategyListSelect = {
  id: true,
  areaName: true,
  title: true,
  leadType: true,
  status: true,
  phase: true,
  closesAt: true,
  leadBody: { select: { id: true, name: true, kind: { select: { short: true } } } },
} as const;

export const strategyFactsSelect = {
  ...strategyListSelect,
  statusDate: true,
  kind: { select: { name: true } },
  leadBody: {
    select: { id: true, name: true, isCounted: true, hasMayor: true, kind: { select: { name: true, short: true } } },
  },
} as const;

type StrategyFactsRow = Omit<StrategyFacts, "kindName" | "leadTitle" | "leadKind"> & {
  kind: { name: string };
  leadBody: LeadBody & { id: string; name: string; kind: { name: string; short: string } };
};

export const toStrategyFacts = (row: StrategyFactsRow): StrategyFacts => ({
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

/** Leaves out strategies that have not been opened yet. */
export const visibleStrategyWhere = { phase: { notIn: hiddenPhases } };

/** Every visible strategy, by area. */
export async function listStrategies(): Promise<StrategyFacts[]> {
  const rows = await db().strategy.findMany({
    where: visibleStrategyWhere,
    orderBy: { areaName: "asc" },
    select: strategyFactsSelect,
  });
  return rows.map(toStrategyFacts);
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
  /** Whether we wrote its text, and not the lead body. */
  isOurs: boolean;
  /** Every move of its closing day, the newest first. */
  extensions: Extension[];
  /** The bodies under which comments count: the LEPs that take part, or the lead body. */
  leps: { id: string; title: string }[];
  /** The districts from which it takes comments, by name. */
  districts: { id: string; name: string; role: DistrictRole }[];
  /** Of the newest published version, in order. */
  sections: SectionListItem[];
  money: FundingLine[];
};

export type StrategyOutline = StrategyFacts & { sections: Omit<SectionListItem, "threads" | "summary">[] };

/** What most pages need of a strategy: its facts and the sections of its newest published version; null when it is not visible. */
export const getStrategyOutline = cache(async (slug: string): Promise<StrategyOutline | null> => {
  const row = await db().strategy.findFirst({
    where: { id: slug, ...visibleStrategyWhere },
    select: {
      ...strategyFactsSelect,
      versions: {
        ...currentVersionArgs,
        select: {
          sections: {
            orderBy: { position: "asc" },
            select: { title: true, foundationId: true, section: { select: { id: true, number: true } } },
          },
        },
      },
    },
  });
  if (!row) return null;
  const sections = (row.versions[0]?.sections ?? []).map(({ section, ...content }) => ({ ...content, ...section }));
  return { ...toStrategyFacts(row), sections };
});

/** A strategy with all that its own page shows; null when it is not visible. */
export const getStrategy = cache(async (slug: string): Promise<StrategyView | null> => {
  const row = await db().strategy.findFirst({
    where: { id: slug, ...visibleStrategyWhere },
    select: strategyViewSelect,
  });
  if (!row) return null;
  const { summary, canChange, priorities, certainty, contact } = row;
  const leads = isCountedUnderLead(row.leadBody, row.bodies) ? [row.leadBody] : [];
  const [threads, money] = await Promise.all([countThreadsBySection(slug), listFundingLines(row.versions[0]?.id)]);
  return {
    ...toStrategyFacts(row),
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
    sections: (row.versions[0]?.sections ?? []).map(({ section, ...content }) => ({
      ...content,
      ...section,
      threads: threads.get(section.id) ?? 0,
    })),
  };
});

/** Selects the newest published version. */
export const currentVersionArgs = {
  where: { publishedAt: { not: null } },
  orderBy: { number: "desc" },
  take: 1,
} as const;

const strategyViewSelect = {
  ...strategyFactsSelect,
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
    ...currentVersionArgs,
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

/** Threads by section, from the tallies. */
async function countThreadsBySection(strategyId: string): Promise<Map<string, number>> {
  const rows = await db().tally.groupBy({
    by: ["key"],
    where: { strategyId, dimension: "section" },
    _sum: { threads: true },
  });
  return new Map(rows.map(({ key, _sum }) => [key, _sum.threads ?? 0]));
}

/** The districts from which a strategy takes comments, by name. */
export async function listStrategyDistricts(strategyId: string): Promise<NamedItem[]> {
  const rows = await db().strategyDistrict.findMany({
    where: { strategyId, role: { not: "former_lep_area" } },
    select: { district: { select: { id: true, name: true } } },
  });
  const items = rows.map(({ district: { id, name } }) => ({ id, name: plainDistrictName(name) }));
  return items.sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** Whether comments on a strategy are published before a rep has read them. */
export async function isPostModerated(strategyId: string): Promise<boolean> {
  return (await db().strategy.count({ where: { id: strategyId, moderation: "after" } })) > 0;
}
