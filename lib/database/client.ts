import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

/** The client inside a transaction. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

// Our server and Next each load their own copy of this module. Held globally, the pools are shared by both.
export const pools = globalThis as typeof globalThis & {
  attDb?: PrismaClient;
  attPool?: pg.Pool;
  attPrepared?: pg.Pool;
};

/**
 * A connection that takes one statement at a time. Prisma loads the relations of a query all at once, in a transaction
 * too, which has one connection: pg warns of that, and from version 9 on refuses it (prisma/orm#29979).
 */
class OneStatementAtATime extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  override query(...args: unknown[]): never {
    const send = () => (super.query as (...args: unknown[]) => unknown)(...args);
    // only a call with a callback, or of a stream, returns no promise: those are the pool's and run alone
    if (typeof args.at(-1) === "function" || typeof (args[0] as { submit?: unknown }).submit === "function")
      return send() as never;
    const result = this.#last.then(send);
    this.#last = result.catch(() => {});
    return result as never;
  }
}

export function createPool(settings: pg.PoolConfig): pg.Pool {
  // fail after twenty seconds without a free connection, rather than leave a request waiting for ever
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 20_000, ...settings });
  pool.on("error", () => {}); // an idle connection was cut: the next caller gets a new one
  return pool;
}

/** The Prisma client. Only queries, writes and commands use it. */
export function db(): PrismaClient {
  pools.attPool ??= createPool({ max: 16, Client: OneStatementAtATime });
  pools.attDb ??= new PrismaClient({
    adapter: new PrismaPg(pools.attPool),
    // under many concurrent writes a transaction waits for a connection: a late write is better than a refused one
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return pools.attDb;
}

const maxAttempts = 4;

/**
 * Runs one transaction, and runs it again when it was rolled back although nothing in it was wrong: a deadlock, a
 * serialisation conflict, no free connection, or a timeout on a busy machine.
 */
export async function transact<T>(
  work: (tx: Tx) => Promise<T>,
  options: { timeout?: number; isolationLevel?: "RepeatableRead" } = {},
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction(work, options);
    } catch (error) {
      if (tries === maxAttempts || !isRetryable(error)) throw error;
    }
  }
}

/** Closes the pools: at the end of a script, a test, or the server. */
export async function closeDb(): Promise<void> {
  const { attDb, attPool, attPrepared } = pools;
  Object.assign(pools, { attDb: undefined, attPool: undefined, attPrepared: undefined });
  await attDb?.$disconnect();
  await Promise.all([attPool?.end(), attPrepared?.end()]);
}

/** Whether a write failed because a row with the same key exists already. */
export const isUniqueViolation = (error: unknown): boolean => ["P2002", "23505"].includes(errorCode(error));

/** Whether a write failed because a row that it references does not exist. */
export const isForeignKeyViolation = (error: unknown): boolean => ["P2003", "23503"].includes(errorCode(error));

/** Whether a transaction was rolled back though nothing in it was wrong. */
const isRetryable = (error: unknown): boolean => ["P2034", "P2028", "40P01", "40001"].includes(errorCode(error));

/** Prisma's code; PostgreSQL's where the statement was our own SQL; "" for anything else. */
function errorCode(error: unknown): string {
  if (error instanceof Error && "severity" in error && "code" in error) return String(error.code);
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  if (error.code !== "P2010") return error.code;
  const { driverAdapterError } = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return driverAdapterError?.cause?.originalCode ?? "";
}
