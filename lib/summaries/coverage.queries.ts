import { listJobCounts } from "@/lib/areas/job-count.queries";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";
import {
  type Coverage,
  listDistrictCoverage,
  listPlaceKindCoverage,
  listSectorCoverage,
} from "@/lib/summaries/coverage.rules";
import type { ReleaseView } from "@/lib/summaries/releases/release.rules";
import { sectorGroupOf } from "@/lib/summaries/releases/release-table.rules";

/** The last year before the pandemic, when the strategies were written. */
export const jobCountYear = 2019;

export async function getCoverage(lepId: string, release: ReleaseView): Promise<Coverage> {
  const [jobs, districts] = await Promise.all([
    listJobCounts(lepId, jobCountYear),
    db().district.findMany({
      where: { id: { in: release.family.districts } },
      select: { id: true, name: true, ruralClass: true, coast: true, population: true },
    }),
  ]);
  const byGroup = new Map<string, number>();
  for (const { sectorId, employment } of jobs.filter(({ sectorId }) => sectorId.length === 1)) {
    const group = sectorGroupOf(sectorId);
    byGroup.set(group, (byGroup.get(group) ?? 0) + employment);
  }
  const namedDistricts = districts.map((district) => ({ ...district, name: plainDistrictName(district.name) }));
  const districtCoverage = listDistrictCoverage(release, namedDistricts);
  return {
    year: jobCountYear,
    jobs: [...byGroup.values()].reduce((sum, count) => sum + count, 0),
    sectors: listSectorCoverage(release, byGroup),
    districts: districtCoverage,
    kinds: listPlaceKindCoverage(districtCoverage),
  };
}
