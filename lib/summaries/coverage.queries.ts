import { listJobCounts } from "@/lib/areas/job-count.queries";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";
import {
  type Coverage,
  type DistrictCoverage,
  listDistrictCoverage,
  listPlaceKindCoverage,
  listSectorCoverage,
} from "@/lib/summaries/coverage.rules";
import { releaseVintage } from "@/lib/summaries/releases/release.queries";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import { sectorGroupOf } from "@/lib/summaries/releases/release-table.rules";

/** The last year before the pandemic, when the strategies were written. */
export const jobCountYear = 2019;

/** Selects the other bodies under which people of a district are counted. */
const otherAreasOf = (lepId: string) =>
  ({
    where: { vintage: releaseVintage, bodyId: { not: lepId }, body: { isCounted: true } },
    orderBy: { body: { name: "asc" } },
    select: { body: { select: { name: true } } },
  }) as const;

/** The districts of a LEP that are in another area too. */
export async function listSharedDistricts(lepId: string): Promise<Pick<DistrictCoverage, "name" | "alsoIn">[]> {
  const rows = await db().district.findMany({
    where: {
      AND: [
        { bodies: { some: { vintage: releaseVintage, bodyId: lepId } } },
        { bodies: { some: otherAreasOf(lepId).where } },
      ],
    },
    orderBy: { name: "asc" },
    select: { name: true, bodies: otherAreasOf(lepId) },
  });
  return rows.map(({ name, bodies }) => ({
    name: plainDistrictName(name),
    alsoIn: bodies.map(({ body }) => body.name),
  }));
}

export async function getCoverage(lepId: string, release: ReleaseView): Promise<Coverage> {
  const [jobs, districts] = await Promise.all([
    listJobCounts(lepId, jobCountYear),
    db().district.findMany({
      where: { id: { in: release.family.districts } },
      select: { id: true, name: true, ruralClass: true, coast: true, population: true, bodies: otherAreasOf(lepId) },
    }),
  ]);
  const byGroup = new Map<string, number>();
  for (const { sectorId, employment } of jobs.filter(({ sectorId }) => sectorId.length === 1)) {
    const group = sectorGroupOf(sectorId);
    byGroup.set(group, (byGroup.get(group) ?? 0) + employment);
  }
  const namedDistricts = districts.map(({ bodies, ...district }) => ({
    ...district,
    name: plainDistrictName(district.name),
    alsoIn: bodies.map(({ body }) => body.name),
  }));
  const districtCoverage = listDistrictCoverage(release, namedDistricts);
  return {
    year: jobCountYear,
    jobs: [...byGroup.values()].reduce((sum, count) => sum + count, 0),
    sectors: listSectorCoverage(release, byGroup),
    districts: districtCoverage,
    kinds: listPlaceKindCoverage(districtCoverage),
  };
}
