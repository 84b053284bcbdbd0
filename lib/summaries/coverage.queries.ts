import { listJobs } from "@/lib/areas/job-count.queries";
import { db } from "@/lib/database/client";
import { plainDistrictName } from "@/lib/strategies/strategy.rules";
import {
  type DistrictHeard,
  districtsHeard,
  kindsHeard,
  type SectorHeard,
  sectorsHeard,
} from "@/lib/summaries/coverage.rules";
import { groupOfSector, type ReleaseView } from "@/lib/summaries/releases/release.rules";

/** The year of the job counts: the last before the pandemic, when the strategies were written. */
const year = 2019;

export type Coverage = {
  year: number;
  /** All jobs there, of every kind; 0 where there are no figures for just this area. */
  jobs: number;
  sectors: SectorHeard[];
  districts: DistrictHeard[];
  kinds: ReturnType<typeof kindsHeard>;
};

/** Who was heard, from a release, against the jobs there. */
export async function getCoverage(lepId: string, release: ReleaseView): Promise<Coverage> {
  const [jobs, districts] = await Promise.all([
    listJobs(lepId, year),
    db().district.findMany({
      where: { id: { in: release.family.districts } },
      select: { id: true, name: true, ruralClass: true, coast: true, population: true },
    }),
  ]);
  const byGroup = new Map<string, number>();
  for (const { sectorId, employment } of jobs.filter(({ sectorId }) => sectorId.length === 1)) {
    const group = groupOfSector(sectorId);
    byGroup.set(group, (byGroup.get(group) ?? 0) + employment);
  }
  const named = districts.map((district) => ({ ...district, name: plainDistrictName(district.name) }));
  const heard = districtsHeard(release, named);
  const all = [...byGroup.values()].reduce((sum, count) => sum + count, 0);
  return { year, jobs: all, sectors: sectorsHeard(release, byGroup), districts: heard, kinds: kindsHeard(heard) };
}
