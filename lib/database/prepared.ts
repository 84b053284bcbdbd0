import pg from "pg";
import { createPool, pools } from "@/lib/database/client";
import { Prisma } from "@/prisma/generated/client";

// A plan is made once per connection, perhaps while its tables are small, and must still be right when they are large:
// these settings make the planner use the indexes.
const planSettings = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off";

/**
 * Runs a named prepared statement on a pool of its own, where it is planned once per connection and has none of
 * Prisma's overhead. For the few statements with the most traffic, which run outside a transaction and find their rows
 * by an index.
 * @param name identifies this exact text: where parts of a statement are optional, see statementName
 */
export async function runPrepared(name: string, { text, values }: Prisma.Sql): Promise<unknown[]> {
  pools.attPrepared ??= createPool({ max: 8, onConnect: (client) => client.query(planSettings) });
  const { rows } = await pools.attPrepared.query({ name, text, values: values.map(asUtc), types: { getTypeParser } });
  return rows;
}

/** The common table expressions of one statement by name; null for one that is left out. */
export type StatementParts = Record<string, Prisma.Sql | null>;

/** The WITH clause of the parts that are present. */
export const withSql = (parts: StatementParts): Prisma.Sql =>
  Prisma.sql`WITH ${Prisma.join(
    Object.entries(parts).flatMap(([name, sql]) => (sql ? [Prisma.sql`${Prisma.raw(name)} AS (${sql})`] : [])),
  )}`;

/** The name of a statement with these parts, for runPrepared: 1 for each part that is present, 0 for each left out. */
export const statementName = (what: string, parts: StatementParts): string =>
  `${what} ${Object.values(parts)
    .map((sql) => (sql ? 1 : 0))
    .join("")}`;

// timestamps without a zone are UTC, as in Prisma
const asUtc = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, ...rest: unknown[]) =>
  oid === pg.types.builtins.TIMESTAMP
    ? (text: string) => new Date(`${text}Z`)
    : pg.types.getTypeParser(oid, ...(rest as []));
