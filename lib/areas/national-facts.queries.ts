import { z } from "zod";
import type { NationalFacts } from "@/lib/areas/national-facts.rules";
import { db } from "@/lib/database/client";
import { jsonRows, jsonTime } from "@/lib/database/json-rows";
import { Prisma } from "@/prisma/generated/client";

const rank = z.object({
  name: z.string(),
  year: z.number(),
  rank: z.number().nullable(),
  spot: z.enum(["hotspot", "coldspot", "neither"]).nullable(),
  certainty: z.string(),
  source: z.string(),
});
const award = z.object({
  id: z.number(),
  fund: z.string(),
  bodyName: z.string(),
  bodyId: z.string().nullable(),
  lepIds: z.array(z.string()),
  pounds: z.number(),
  basis: z.string(),
  decidedOn: z.string(),
  certainty: z.string(),
  source: z.string(),
});
const programme = z.object({
  id: z.number(),
  name: z.string(),
  isNational: z.boolean(),
  districts: z.string().nullable(),
  what: z.string(),
  years: z.string(),
  certainty: z.string(),
  source: z.string(),
});
const board = z.object({
  id: z.number(),
  name: z.string(),
  year: z.string(),
  members: z.string().nullable(),
  privateSector: z.string().nullable(),
  workerSeats: z.string().nullable(),
  note: z.string().nullable(),
  certainty: z.string(),
  source: z.string(),
});
const rule = z.object({
  id: z.string(),
  what: z.string(),
  decidedOn: z.string(),
  certainty: z.string(),
  source: z.string().nullable(),
});
const correction = z.object({
  id: z.string(),
  topic: z.string(),
  text: z.string(),
  source: z.string().nullable(),
  sentFor: z.string(),
  checkedOn: jsonTime,
});
const nationalFacts = z.object({
  ranks: z.array(rank),
  awards: z.array(award),
  programmes: z.array(programme),
  boards: z.array(board),
  rules: z.array(rule),
  corrections: z.array(correction),
});

/** The facts about a LEP's area, on its boundaries of April 2021 (the newest of a body without those). */
export const getLepFacts = (lepId: string): Promise<NationalFacts> =>
  readFacts(
    Prisma.sql`SELECT "districtId" FROM body_districts WHERE "bodyId" = ${lepId} AND vintage = '2021'`,
    Prisma.sql`SELECT ${lepId}`,
    Prisma.sql`SELECT id FROM strategies WHERE "leadBodyId" = ${lepId}
      UNION SELECT "strategyId" FROM strategy_bodies WHERE "bodyId" = ${lepId}`,
  );

/** The facts about the area of a strategy: those of all bodies that lead it or take part. */
export const getStrategyFacts = (strategyId: string): Promise<NationalFacts> =>
  readFacts(
    Prisma.sql`SELECT "districtId" FROM strategy_districts
      WHERE "strategyId" = ${strategyId} AND role <> 'former_lep_area'`,
    Prisma.sql`SELECT "leadBodyId" FROM strategies WHERE id = ${strategyId}
      UNION SELECT "bodyId" FROM strategy_bodies WHERE "strategyId" = ${strategyId}`,
    Prisma.sql`SELECT ${strategyId}`,
  );

/** One statement, whatever the area. Each argument selects ids: of districts, of bodies, of strategies. */
async function readFacts(districts: Prisma.Sql, bodies: Prisma.Sql, strategies: Prisma.Sql): Promise<NationalFacts> {
  const [row] = await db().$queryRaw<{ facts: unknown }[]>`
    WITH here AS (SELECT array(${districts}) AS districts, array(${bodies}) AS bodies, array(${strategies}) AS strategies)
    SELECT jsonb_build_object(
      'ranks', ${jsonRows(Prisma.sql`SELECT name, year, rank, spot, certainty, source FROM social_mobility_ranks
        WHERE "districtId" = ANY (here.districts) ORDER BY year, rank, name`)},
      'awards', ${jsonRows(Prisma.sql`SELECT * FROM funding_awards
        WHERE "bodyId" = ANY (here.bodies) OR "lepIds" && here.bodies OR "lepIds" = '{}' ORDER BY id`)},
      'programmes', ${jsonRows(Prisma.sql`SELECT id, name, "strategyId" IS NULL AS "isNational", districts, what, years, certainty, source
        FROM programmes WHERE "strategyId" IS NULL OR "strategyId" = ANY (here.strategies)
          AND ("districtIds" = '{}' OR "districtIds" && here.districts) ORDER BY id`)},
      'boards', ${jsonRows(Prisma.sql`SELECT id, name, year, members, "privateSector", "workerSeats", note, certainty, source
        FROM boards WHERE "bodyIds" && here.bodies ORDER BY id`)},
      'rules', ${jsonRows(Prisma.sql`SELECT * FROM board_rules
        ORDER BY substring("decidedOn" FROM '[0-9]{4}'), id`)},
      'corrections', ${jsonRows(Prisma.sql`SELECT id, topic, text, source, "sentFor", "checkedAt" AS "checkedOn"
        FROM fact_corrections WHERE state = 'accepted' AND "bodyId" = ANY (here.bodies) ORDER BY "checkedAt", id`)}
    ) AS facts FROM here`;
  return nationalFacts.parse(row?.facts);
}
