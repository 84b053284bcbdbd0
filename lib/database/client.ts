import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

export type Db = PrismaClient;
/** What a command's transaction gives it. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

// the front and Next load this file each on their own: the same pools serve both
const shared = globalThis as typeof globalThis & { attDb?: PrismaClient; attPool?: pg.Pool; attPrepared?: pg.Pool };

function newPool(settings: pg.PoolConfig): pg.Pool {
  // a connection that nobody gives within twenty seconds is a failure: a page that waits for ever says nothing
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 20_000, ...settings });
  pool.on("error", () => {}); // a connection at rest was cut: whoever asks next gets a fresh one
  return pool;
}

/** The database. Only queries and commands use it. */
export function db(): PrismaClient {
  shared.attPool ??= newPool({ max: 16 });
  shared.attDb ??= new PrismaClient({
    adapter: new PrismaPg(shared.attPool),
    // when many write at once, a writer waits for a connection: better late than refused
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return shared.attDb;
}

// A plan that is made once, while a table is small, has to hold when it is large: it goes by the indexes.
const planOnce = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off";

/**
 * Runs a statement by its name, on connections of its own: planned once for each of them, and spared what Prisma does
 * around it. For the few that many run at once, outside a transaction; they find what they need by an index.
 * @param name stands for this text alone: where parts come and go, it says which are (nameOf)
 */
export async function runPrepared(name: string, { text, values }: Prisma.Sql): Promise<unknown[]> {
  shared.attPrepared ??= newPool({ max: 8, onConnect: (client) => client.query(planOnce) });
  const { rows } = await shared.attPrepared.query({ name, text, values: values.map(asUtc), types: { getTypeParser } });
  return rows;
}

/** The parts of one statement by their names; null for one that has nothing to do this time. */
export type Parts = Record<string, Prisma.Sql | null>;

/** "WITH" those that have something to do. */
export const withParts = (parts: Parts): Prisma.Sql =>
  Prisma.sql`WITH ${Prisma.join(
    Object.entries(parts).flatMap(([name, sql]) => (sql ? [Prisma.sql`${Prisma.raw(name)} AS (${sql})`] : [])),
  )}`;

/** The name of a statement with these parts, for runPrepared: a 1 for each that is there, a 0 for each that is not. */
export const nameOf = (what: string, parts: Parts): string =>
  `${what} ${Object.values(parts)
    .map((sql) => (sql ? 1 : 0))
    .join("")}`;

// times without a zone are UTC, as Prisma has it
const asUtc = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, ...rest: unknown[]) =>
  oid === pg.types.builtins.TIMESTAMP
    ? (text: string) => new Date(`${text}Z`)
    : pg.types.getTypeParser(oid, ...(rest as []));

const mostTries = 4;

/**
 * One transaction, begun anew when the database gave it up for another's sake (a deadlock, a conflict), or on a busy
 * machine it found no connection or did not end in time: nothing was written then.
 */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction(work);
    } catch (error) {
      if (tries === mostTries || !wasGivenUp(error)) throw error;
    }
  }
}

/** Closes the pools: at the end of a script, a test, or the server. */
export async function closeDb(): Promise<void> {
  const { attDb, attPool, attPrepared } = shared;
  Object.assign(shared, { attDb: undefined, attPool: undefined, attPrepared: undefined });
  await attDb?.$disconnect();
  await Promise.all([attPool?.end(), attPrepared?.end()]);
}

/**
 * Tells every instance, when the transaction commits, that pages under these tags are out of date.
 * Tags: "strategy:ID", "thread:ID", "body:ID", "all".
 */
export async function markStale(tx: Tx, ...tags: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('stale', ${tags.join(" ")})`;
}

/** Whether a write failed because the row is there already. */
export const isTaken = (error: unknown): boolean => ["P2002", "23505"].includes(codeOf(error));

/** Whether a write failed because what it points at is not there. */
export const isMissingReference = (error: unknown): boolean => ["P2003", "23503"].includes(codeOf(error));

/** Whether a transaction was rolled back though nothing in it was wrong. */
const wasGivenUp = (error: unknown): boolean => ["P2034", "P2028", "40P01", "40001"].includes(codeOf(error));

/** Prisma's code; PostgreSQL's where the statement was our own SQL; "" for anything else. */
function codeOf(error: unknown): string {
  if (error instanceof Error && "severity" in error && "code" in error) return String(error.code);
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  if (error.code !== "P2010") return error.code;
  const { driverAdapterError } = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return driverAdapterError?.cause?.originalCode ?? "";
}
