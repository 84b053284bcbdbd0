import { listJobCounts } from "@/lib/areas/job-count.queries";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";
import {
  type DistrictCoverage,
  listDistrictCoverage,
  listPlaceKindCoverage,
  listSectorCoverage,
  type SectorCoverage,
} from "@/lib/summaries/coverage.rules";
import { type ReleaseView, sectorGroupOf } from "@/lib/summaries/releases/release.rules";

/** The year of the job counts: the last before the pandemic, when the strategies were written. */
const jobCountYear = 2019;

export type Coverage = {
  year: number;
  /** All jobs there, of every kind; 0 where there are no figures for just this area. */
  jobs: number;
  sectors: SectorCoverage[];
  districts: DistrictCoverage[];
  kinds: ReturnType<typeof listPlaceKindCoverage>;
};

/** Who was heard, from a release, against the jobs there. */
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
  const totalJobs = [...byGroup.values()].reduce((sum, count) => sum + count, 0);
  return {
    year: jobCountYear,
    jobs: totalJobs,
    sectors: listSectorCoverage(release, byGroup),
    districts: districtCoverage,
    kinds: listPlaceKindCoverage(districtCoverage),
  };
}
