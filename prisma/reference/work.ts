import type { JobCount, ResidentCount } from "@/prisma/generated/client";
import { readReference } from "@/prisma/reference/read";

type JobLine = { areaId: string; year: number; jobs: Record<string, number> };
type ResidentLine = {
  districtCode: string;
  residents: Record<string, [residents: number, plusMinus: number | null] | string>;
};

/** One row per area, year and sector; the file has one line per area and year. */
export function jobCounts(): JobCount[] {
  return readReference<JobLine>("job-counts").flatMap(({ areaId, year, jobs }) =>
    Object.entries(jobs).map(([sectorId, employment]) => ({ areaId, year, sectorId, employment })),
  );
}

/** One row per district and industry group; the file has one line per district, with figures or the source's marks. */
export function residentCounts(): ResidentCount[] {
  return readReference<ResidentLine>("resident-counts").flatMap(({ districtCode, residents }) =>
    Object.entries(residents).map(([industryGroup, figuresOrMark]) => {
      if (typeof figuresOrMark === "string")
        return { districtCode, industryGroup, residents: null, plusMinus: null, mark: figuresOrMark };
      return { districtCode, industryGroup, residents: figuresOrMark[0], plusMinus: figuresOrMark[1], mark: null };
    }),
  );
}
