import { bodyTitle } from "@/lib/areas/body.rules";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";
import type { DistrictStrategy } from "@/lib/strategies/district-strategy.rules";
import { strategyListSelect, visibleStrategyWhere } from "@/lib/strategies/strategy.queries";
import type { Phase } from "@/prisma/generated/enums";

export type PlaceStrategy = DistrictStrategy & {
  strategyId: string;
  title: string | null;
  status: string;
  phase: Phase;
  closesAt: Date | null;
};

export type DistrictView = {
  id: string;
  name: string;
  county: string | null;
  region: string;
  /**
   * Its LEPs, and the body that took over from one, each with the boundaries ("2017", "2021") on which the district is
   * in it.
   */
  leps: { id: string; title: string; kind: { name: string; short: string }; vintages: string[] }[];
  /** Those that take comments from the district first. */
  strategies: PlaceStrategy[];
};

/** A district with its LEPs and every strategy that covers it. Null when there is no such district. */
export async function getDistrictView(districtId: string): Promise<DistrictView | null> {
  const district = await db().district.findUnique({
    where: { id: districtId },
    select: {
      id: true,
      name: true,
      county: true,
      region: true,
      bodies: {
        where: { body: { isCounted: true } },
        orderBy: [{ body: { name: "asc" } }, { vintage: "asc" }],
        select: {
          vintage: true,
          body: { select: { id: true, name: true, kind: { select: { name: true, short: true } } } },
        },
      },
      strategies: {
        where: { strategy: visibleStrategyWhere },
        select: {
          role: true,
          viaBodies: true,
          on2017: true,
          on2021: true,
          alsoInMayoralCa: true,
          strategy: { select: strategyListSelect },
        },
      },
    },
  });
  if (!district) return null;
  const titles = await bodyTitles(district.strategies.flatMap((row) => [...row.viaBodies, row.alsoInMayoralCa ?? ""]));
  const title = (id: string) => titles.get(id) ?? id;
  const strategies = district.strategies.map(
    ({ strategy: { leadBody, id, ...facts }, viaBodies, alsoInMayoralCa, ...row }) => ({
      ...row,
      ...facts,
      strategyId: id,
      leadTitle: bodyTitle(leadBody),
      // a body that leads alone is not also listed as helping
      viaLeps: viaBodies.filter((body) => body !== leadBody.id || facts.leadType === "lep").map(title),
      alsoInMayoralCa: alsoInMayoralCa && title(alsoInMayoralCa),
    }),
  );
  const { bodies, strategies: _, ...facts } = district;
  return {
    ...facts,
    name: plainDistrictName(district.name),
    leps: groupByBody(bodies),
    strategies: strategies.sort(byRole),
  };
}

/**
 * Whether the same strategies cover these districts in the same way. Then it makes no difference which of them somebody
 * means.
 */
export async function haveSameStrategies(districtIds: readonly string[]): Promise<boolean> {
  const rows = await db().strategyDistrict.findMany({
    where: { districtId: { in: [...districtIds] }, strategy: visibleStrategyWhere },
    orderBy: { strategyId: "asc" },
  });
  const covers = districtIds.map((id) =>
    JSON.stringify(rows.flatMap(({ districtId, ...row }) => (districtId === id ? [row] : []))),
  );
  return new Set(covers).size === 1;
}

const roleOrder = ["constituent", "lep_area", "lep_area_only", "former_lep_area"];

const byRole = (a: PlaceStrategy, b: PlaceStrategy) =>
  roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
  Number(b.on2021) - Number(a.on2021) ||
  a.areaName.localeCompare(b.areaName, "en-GB");

async function bodyTitles(ids: string[]): Promise<Map<string, string>> {
  const rows = await db().body.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, kind: { select: { short: true } } },
  });
  return new Map(rows.map((body) => [body.id, bodyTitle(body)]));
}

type Membership = { vintage: string; body: { id: string; name: string; kind: { name: string; short: string } } };

function groupByBody(rows: Membership[]): DistrictView["leps"] {
  const leps = new Map<string, DistrictView["leps"][number]>();
  for (const { body, vintage } of rows) {
    const lep = leps.get(body.id) ?? { id: body.id, title: bodyTitle(body), kind: body.kind, vintages: [] };
    lep.vintages.push(vintage);
    leps.set(body.id, lep);
  }
  return [...leps.values()];
}
