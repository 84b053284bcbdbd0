import { z } from "zod";
import { listJobCounts, type SectorEmployment } from "@/lib/areas/job-count.queries";
import {
  type DistrictPay,
  factsYear,
  type PayFacts,
  payFacts,
  type SectorJobs,
  type WorkFacts,
  workFacts,
} from "@/lib/areas/local-facts.rules";
import { plainDistrictName } from "@/lib/areas/place.rules";
import { db } from "@/lib/database/client";

export type PopulationFacts = {
  /** Mid-2019, on the boundaries of April 2021. */
  people: number;
  /** Shares of people, 0 to 1: in rural areas; in coastal districts. */
  rural: { here: number; england: number };
  coast: { here: number; england: number };
};

/** Facts about a LEP's area, each compared with England. */
export type LocalFactsView = { year: number; place: PopulationFacts; work: WorkFacts | null; pay: PayFacts | null };

/** The local facts of a LEP, on its boundaries of April 2021; null when it has no districts. */
export async function getLocalFacts(lepId: string): Promise<LocalFactsView | null> {
  const [place, jobs, pay] = await Promise.all([getPopulationFacts(lepId), getSectorJobs(lepId), getPayFacts(lepId)]);
  if (!place) return null;
  const [here = [], england = []] = jobs;
  return { year: factsYear, place, work: here.length > 0 ? workFacts(here, england) : null, pay };
}

const placeRow = z.object({ isHere: z.boolean(), people: z.number(), rural: z.number(), coast: z.number() });

async function getPopulationFacts(lepId: string): Promise<PopulationFacts | null> {
  const rows = z.array(placeRow).parse(
    await db().$queryRaw`
      SELECT EXISTS (SELECT FROM body_districts bd
          WHERE bd."districtId" = d.id AND bd."bodyId" = ${lepId} AND bd.vintage = '2021') AS "isHere",
        sum(d.population)::float AS people,
        sum(d.population * (d.details #>> '{shares,rural}')::float) AS rural,
        coalesce(sum(d.population) FILTER (WHERE d.coast = 'sea'), 0)::float AS coast
      FROM districts d GROUP BY 1`,
  );
  const here = rows.find(({ isHere }) => isHere);
  if (!here) return null;
  const total = (measure: "people" | "rural" | "coast") => rows.reduce((sum, row) => sum + row[measure], 0);
  const share = (measure: "rural" | "coast") => ({
    here: here[measure] / here.people,
    england: total(measure) / total("people"),
  });
  return { people: here.people, rural: share("rural"), coast: share("coast") };
}

/** Jobs by sector: first of the LEP, then of England. */
async function getSectorJobs(lepId: string): Promise<SectorJobs[][]> {
  const [sectors, counts] = await Promise.all([
    db().sector.findMany({ select: { id: true, name: true, partOf: true, foundational: true, lowPaid: true } }),
    Promise.all([lepId, "england"].map((area) => listJobCounts(area, factsYear))),
  ]);
  const toSectorJobs = (jobs: SectorEmployment): SectorJobs[] =>
    jobs.flatMap(({ sectorId, employment }) => {
      const { id, ...facts } = sectors.find((sector) => sector.id === sectorId) ?? { id: null };
      return "name" in facts ? [{ ...facts, sectorId, jobs: employment }] : [];
    });
  return counts.map(toSectorJobs);
}

const payRow = z.object({
  name: z.string(),
  isHere: z.boolean(),
  pounds: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

async function getPayFacts(lepId: string): Promise<PayFacts | null> {
  const rows = z.array(payRow).parse(
    await db().$queryRaw`
      SELECT d.name, m.pounds, m.low, m.high, bd."districtId" IS NOT NULL AS "isHere"
      FROM districts d
      LEFT JOIN median_pay m ON m."districtId" = d.id AND m.year = ${factsYear}
      LEFT JOIN body_districts bd ON bd."districtId" = d.id AND bd."bodyId" = ${lepId} AND bd.vintage = '2021'`,
  );
  const here = rows.filter(({ isHere }) => isHere).map((row) => ({ ...row, name: plainDistrictName(row.name) }));
  return payFacts(
    here.map(({ isHere: _, ...row }): Omit<DistrictPay, "pounds"> & { pounds: number | null } => row),
    rows.flatMap(({ pounds }) => (pounds === null ? [] : [pounds])),
  );
}
