import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

export type Db = PrismaClient;
/** What a command's transaction gives it. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

// the front and Next load this file each on their own: one pool serves both
const shared = globalThis as typeof globalThis & { attDb?: PrismaClient };

/** The database. Only queries and commands use it. */
export function db(): PrismaClient {
  shared.attDb ??= new PrismaClient({
    // a connection that nobody gives within twenty seconds is a failure: a page that waits for ever says nothing
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 16, connectionTimeoutMillis: 20_000 }),
    // when many write at once, a writer waits for a connection: better late than refused
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return shared.attDb;
}

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

/** Closes the pool: at the end of a script, a test, or the server. */
export async function closeDb(): Promise<void> {
  await shared.attDb?.$disconnect();
  shared.attDb = undefined;
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
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  if (error.code !== "P2010") return error.code;
  const { driverAdapterError } = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return driverAdapterError?.cause?.originalCode ?? "";
}
