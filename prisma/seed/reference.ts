import { searchKey } from "@/lib/areas/search-key";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";
import { readReference } from "@/prisma/reference/read";
import { jobCounts, residentCounts } from "@/prisma/reference/work";

type Row = Record<string, unknown>;
type Table = { name: string; key: string[]; rows: Row[] };

/**
 * Fills or updates every reference table in one transaction; safe to run again. Rows that an admin added stay, and so do
 * columns that the reference files do not have, such as a strategy's phase.
 */
export async function seedReference(db: PrismaClient): Promise<void> {
  await db.$transaction(
    async (transaction) => {
      for (const table of referenceTables()) await transaction.$executeRaw(upsert(table));
      // of the bodies of 2019 only the LEPs; others are counted once they are added or start a strategy
      await transaction.$executeRaw`UPDATE bodies SET "isCounted" = true WHERE "kindId" = 'lep' AND NOT "isCounted"`;
    },
    { timeout: 60_000 },
  );
}

/** In an order that satisfies the foreign keys. */
function referenceTables(): Table[] {
  return [
    { name: "body_kinds", key: ["id"], rows: readReference("body-kinds") },
    { name: "bodies", key: ["id"], rows: readReference("bodies") },
    { name: "districts", key: ["id"], rows: readReference("districts") },
    { name: "body_districts", key: ["bodyId", "districtId", "vintage"], rows: readReference("body-districts") },
    { name: "places", key: ["name", "districtId"], rows: places() },
    { name: "sectors", key: ["id"], rows: readReference("sectors") },
    { name: "themes", key: ["id"], rows: readReference("themes") },
    { name: "unions", key: ["id"], rows: readReference("unions") },
    { name: "tuc_regions", key: ["id"], rows: readReference("tuc-regions") },
    { name: "strategy_kinds", key: ["id"], rows: readReference("strategy-kinds") },
    { name: "strategies", key: ["id"], rows: readReference("strategies") },
    { name: "strategy_bodies", key: ["strategyId", "bodyId"], rows: readReference("strategy-bodies") },
    { name: "strategy_districts", key: ["strategyId", "districtId"], rows: readReference("strategy-districts") },
    { name: "consultation_evidence", key: ["id"], rows: readReference("consultation-evidence") },
    { name: "job_counts", key: ["areaId", "year", "sectorId"], rows: jobCounts() },
    { name: "resident_counts", key: ["districtCode", "industryGroup"], rows: residentCounts() },
    { name: "median_pay", key: ["districtId", "year"], rows: readReference("median-pay") },
    {
      name: "social_mobility_ranks",
      key: ["districtId", "name", "year"],
      rows: readReference("social-mobility-ranks"),
    },
    { name: "funding_awards", key: ["id"], rows: readReference("funding-awards") },
    { name: "programmes", key: ["id"], rows: readReference("programmes") },
    { name: "boards", key: ["id"], rows: readReference("boards") },
    { name: "board_rules", key: ["id"], rows: readReference("board-rules") },
  ];
}

/** One statement for a table: PostgreSQL parses the records and writes only rows that differ. */
function upsert({ name, key, rows }: Table): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {});
  const rest = columns.filter((column) => !key.includes(column));
  const names = (of: string[], prefix = "") => Prisma.raw(of.map((column) => `${prefix}"${column}"`).join(", "));
  const table = Prisma.raw(`"${name}"`);
  const insert = Prisma.sql`INSERT INTO ${table} (${names(columns)})
    SELECT ${names(columns)} FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (${names(key)})`;
  if (rest.length === 0) return Prisma.sql`${insert} DO NOTHING`;
  return Prisma.sql`${insert} DO UPDATE SET (${names(rest)}) = ROW (${names(rest, "EXCLUDED.")})
    WHERE (${names(rest, `"${name}".`)}) IS DISTINCT FROM (${names(rest, "EXCLUDED.")})`;
}

function places(): Row[] {
  return readReference<{ name: string; districtId: string }>("places").map((place) => ({
    ...place,
    search: searchKey(place.name),
  }));
}
