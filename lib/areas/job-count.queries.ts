import { z } from "zod";
import { db } from "@/lib/database/client";

const jobCountRows = z.array(z.object({ sectorId: z.string(), employment: z.number() }));
export type SectorEmployment = z.infer<typeof jobCountRows>;

/**
 * Jobs by sector in a body's area: the source's own counts for a LEP, or the sum of the NUTS 3 areas that the body's
 * districts add up to. Empty when they add up to none, since parts of an area have no figures.
 */
export async function listJobCounts(bodyId: string, year: number): Promise<SectorEmployment> {
  const ownCounts = await db().jobCount.findMany({
    where: { areaId: bodyId, year },
    select: { sectorId: true, employment: true },
  });
  if (ownCounts.length > 0) return ownCounts;
  const rows = await db().$queryRaw`
    WITH area AS (
      SELECT d.nuts3, bool_and(bd."districtId" IS NOT NULL) AS is_whole FROM districts d
      LEFT JOIN body_districts bd ON bd."districtId" = d.id AND bd."bodyId" = ${bodyId} AND bd.vintage = '2021'
      GROUP BY d.nuts3 HAVING bool_or(bd."districtId" IS NOT NULL)
    )
    SELECT "sectorId", sum(employment)::int AS employment FROM job_counts
    WHERE year = ${year} AND "areaId" IN (SELECT nuts3 FROM area) AND (SELECT bool_and(is_whole) FROM area)
    GROUP BY "sectorId"`;
  return jobCountRows.parse(rows);
}
