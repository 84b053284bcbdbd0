import { cache } from "react";
import { bodyTitle } from "@/lib/areas/body.rules";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";
import { strategyListSelect, visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import type { Phase } from "@/prisma/generated/enums";

export type LepStrategy = {
  id: string;
  areaName: string;
  title: string | null;
  leadType: string;
  leadTitle: string;
  /** Short name of the lead body's kind: "LEP". */
  leadShort: string;
  status: string;
  phase: Phase;
  closesAt: Date | null;
};

export type LepListItem = {
  id: string;
  name: string;
  title: string;
  kindName: string;
  kindPlural: string;
  regions: string[];
  population: number | null;
  tile: { q: number; r: number } | null;
  /** On the boundaries of April 2017, as for the population, or on newer ones for newer bodies. */
  districtCount: number;
  strategies: LepStrategy[];
};

const lepSelect = {
  id: true,
  name: true,
  regions: true,
  population: true,
  kind: { select: { name: true, plural: true, short: true } },
  leads: { where: visibleStrategyWhere, select: strategyListSelect },
  strategies: { where: { strategy: visibleStrategyWhere }, select: { strategy: { select: strategyListSelect } } },
} as const;

type StrategyRow = Omit<LepStrategy, "leadTitle" | "leadShort"> & {
  leadBody: { name: string; kind: { short: string } };
};

const toLepStrategy = ({ leadBody, ...row }: StrategyRow): LepStrategy => ({
  ...row,
  leadTitle: bodyTitle(leadBody),
  leadShort: leadBody.kind.short,
});

/** Every LEP and every other body with a summary, by name. */
export async function listLeps(): Promise<LepListItem[]> {
  const rows = await db().body.findMany({
    where: { isCounted: true },
    orderBy: { name: "asc" },
    select: {
      ...lepSelect,
      tileQ: true,
      tileR: true,
      districts: { select: { districtId: true, vintage: true } },
    },
  });
  return rows.map(({ id, name, regions, population, kind, leads, strategies, districts, tileQ, tileR }) => ({
    id,
    name,
    title: bodyTitle({ name, kind }),
    kindName: kind.name,
    kindPlural: kind.plural,
    regions,
    population,
    tile: tileQ === null || tileR === null ? null : { q: tileQ, r: tileR },
    districtCount: countDistricts(districts),
    strategies: [...leads, ...strategies.map(({ strategy }) => strategy)].map(toLepStrategy),
  }));
}

/** On the boundaries of April 2017, or on newer ones for a body that did not exist then. */
function countDistricts(rows: { districtId: string; vintage: string }[]): number {
  const in2017 = rows.filter(({ vintage }) => vintage === "2017");
  return new Set((in2017.length > 0 ? in2017 : rows).map(({ districtId }) => districtId)).size;
}

export type LeadBodyView = { id: string; name: string; title: string; strategies: { id: string; areaName: string }[] };

/**
 * A body that leads visible strategies whose comments count under their LEPs, such as a mayoral authority; null for any
 * other.
 */
export const getLeadBody = cache(async (slug: string): Promise<LeadBodyView | null> => {
  const body = await db().body.findFirst({
    where: { id: slug, isCounted: false, leads: { some: visibleStrategyWhere } },
    select: {
      id: true,
      name: true,
      kind: { select: { short: true } },
      leads: { where: visibleStrategyWhere, orderBy: { areaName: "asc" }, select: { id: true, areaName: true } },
    },
  });
  return body && { id: body.id, name: body.name, title: bodyTitle(body), strategies: body.leads };
});

export type LepView = Omit<LepListItem, "tile" | "districtCount"> & {
  otherNames: string | null;
  /** `vintages`: the boundaries on which it is in the LEP, "2017" or "2021". */
  districts: { id: string; name: string; vintages: string[] }[];
};

/** One LEP, or other body with a summary, with its districts and strategies; null when there is none. */
export const getLep = cache(async (slug: string): Promise<LepView | null> => {
  const lep = await db().body.findFirst({
    where: { id: slug, isCounted: true },
    select: {
      ...lepSelect,
      otherNames: true,
      districts: {
        orderBy: [{ district: { name: "asc" } }, { vintage: "asc" }],
        select: { vintage: true, district: { select: { id: true, name: true } } },
      },
    },
  });
  if (!lep) return null;
  const { kind, leads, strategies, districts, ...facts } = lep;
  const byId = new Map<string, LepView["districts"][number]>();
  for (const { district, vintage } of districts) {
    const known = byId.get(district.id);
    if (known) known.vintages.push(vintage);
    else byId.set(district.id, { id: district.id, name: plainDistrictName(district.name), vintages: [vintage] });
  }
  return {
    ...facts,
    title: bodyTitle({ name: lep.name, kind }),
    kindName: kind.name,
    kindPlural: kind.plural,
    strategies: [...leads, ...strategies.map(({ strategy }) => strategy)].map(toLepStrategy),
    districts: [...byId.values()],
  };
});
