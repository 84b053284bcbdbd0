import type { JobCount, ResidentCount } from "@/prisma/generated/client";
import { readReference } from "@/prisma/reference/read";

type JobLine = { areaId: string; year: number; jobs: Record<string, number> };
type ResidentLine = {
  districtCode: string;
  residents: Record<string, [residents: number, plusMinus: number | null] | string>;
};

/** A row for each sector of an area and year; the file has a line for each area and year. */
export function jobCounts(): JobCount[] {
  return readReference<JobLine>("job-counts").flatMap(({ areaId, year, jobs }) =>
    Object.entries(jobs).map(([sectorId, employment]) => ({ areaId, year, sectorId, employment })),
  );
}

/** A row for each industry group of a district; the file has a line for each district, with figures or the source's mark. */
export function residentCounts(): ResidentCount[] {
  return readReference<ResidentLine>("resident-counts").flatMap(({ districtCode, residents }) =>
    Object.entries(residents).map(([industryGroup, figuresOrMark]) => {
      if (typeof figuresOrMark === "string")
        return { districtCode, industryGroup, residents: null, plusMinus: null, mark: figuresOrMark };
      return { districtCode, industryGroup, residents: figuresOrMark[0], plusMinus: figuresOrMark[1], mark: null };
    }),
  );
}
