import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { isoDay, maxClockSkew } from "@/lib/dates";
import { keyedHash } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

// The table rate_limits is unlogged: prisma/migrations/20261130000700_unlogged_rate_limits.

/** How many attempts are allowed in how many seconds. The window starts with the first attempt. */
export type Limit = { tries: number; seconds: number };

const quarterHour = 15 * 60;
export const limits = {
  // beyond these a request is dropped silently, so that it shows nobody whether somebody else is signing in
  "sign-in-address-client": { tries: 5, seconds: quarterHour },
  "sign-in-address": { tries: 20, seconds: 60 * 60 }, // from everywhere: against floods of mail
  "sign-in-guess": { tries: 50, seconds: 24 * 60 * 60 }, // wrong codes for an address; then one for each mail
  "sign-in-client": { tries: 20, seconds: quarterHour },
  "second-step": { tries: 6, seconds: quarterHour }, // right or wrong: three of a million codes are valid at a time
  "provider-client": { tries: 20, seconds: quarterHour },
  "provider-callback": { tries: 20, seconds: quarterHour },
  "receipt-client": { tries: 10, seconds: quarterHour },
  search: { tries: 600, seconds: quarterHour }, // the people in a hall share one network
  export: { tries: 200, seconds: quarterHour },
  complaint: { tries: 10, seconds: quarterHour },
  reaction: { tries: 200, seconds: quarterHour }, // reading a comment takes five seconds
  draft: { tries: 400, seconds: quarterHour }, // a script saves every few seconds of typing
  "new-participant": { tries: 300, seconds: quarterHour }, // the people in a hall share one network
  // beyond these limits, each reaction without an account on one network costs a puzzle
  "network-participants": { tries: 20, seconds: quarterHour },
  "network-reactions": { tries: 400, seconds: quarterHour },
  comment: { tries: 60, seconds: quarterHour }, // by an account
  "network-comments": { tries: 120, seconds: quarterHour },
  "network-receipts": { tries: 40, seconds: quarterHour }, // first comments of new people without an account
  "interrupted-form": { tries: 200, seconds: quarterHour }, // an update interrupts everybody in a hall
  puzzle: { tries: 1, seconds: quarterHour }, // a solution counts once
  report: { tries: 20, seconds: quarterHour },
  // comments of one strategy that reporters nobody knows yet take off their pages, before a rep must read them first
  "unknown-holds": { tries: 10, seconds: 60 * 60 },
  "report-client": { tries: 20, seconds: quarterHour }, // without an account: a branch meeting shares one network
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/**
 * Counts an attempt, and returns whether it is within the limit. All instances count in the same row.
 * @param subject identifies what is limited: only a keyed hash is stored, with a salt that changes daily
 */
export async function isWithinLimit(limitName: LimitName, subject: string): Promise<boolean> {
  return isUnderLimit(limitName, await countAttempt(limitName, subject));
}

/** Counts an attempt. @returns the attempts of this window */
export async function countAttempt(limitName: LimitName, subject: string): Promise<number> {
  const [row] = await runPrepared("limit", limitSql(limitName, subject));
  return pointsRow.parse(row).points;
}

/** How many times over a limit the attempts are; 1 or less is within. */
export const overuseOf = (limitName: LimitName, points: number) => points / limits[limitName].tries;

/** The same inside a transaction, which holds the count until it ends. */
export async function isWithinLimitOf(tx: Tx, limitName: LimitName, subject: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<unknown[]>(limitSql(limitName, subject));
  return isUnderLimit(limitName, pointsRow.parse(row).points);
}

const pointsRow = z.object({ points: z.number() });

/** Whether a limit has been reached, without counting an attempt. */
export async function isLimitReached(limitName: LimitName, subject: string): Promise<boolean> {
  const where = { key: limitKey(limitName, subject), endsAt: { gt: new Date() } };
  const row = await db().rateLimit.findUnique({ where, select: { points: true } });
  return row !== null && row.points >= limits[limitName].tries;
}

const limitKey = (limitName: LimitName, subject: string) =>
  keyedHash(`rate:${isoDay(new Date())}`, `${limitName}|${subject}`);

/** Whether a number of attempts is within the limit. */
export const isUnderLimit = (limitName: LimitName, points: number) => points <= limits[limitName].tries;

/**
 * Counts an attempt and returns the `points` so far, as part of a larger statement. It uses the database's clock, so
 * that all instances agree. A window that ends far too late was started while that clock was wrong, and starts again;
 * one that ends a little later was started at the same moment by another connection.
 */
export function limitSql(limitName: LimitName, subject: string): Prisma.Sql {
  const key = limitKey(limitName, subject);
  return Prisma.sql`
    INSERT INTO rate_limits AS existing (key, points, "endsAt")
    VALUES (${key}, 1, (now() AT TIME ZONE 'UTC') + make_interval(secs => ${limits[limitName].seconds}))
    ON CONFLICT (key) DO UPDATE SET (points, "endsAt") = (
      SELECT CASE WHEN is_running THEN existing.points + 1 ELSE 1 END,
        CASE WHEN is_running THEN existing."endsAt" ELSE excluded."endsAt" END
      FROM (SELECT existing."endsAt" > now() AT TIME ZONE 'UTC'
        AND existing."endsAt" < excluded."endsAt" + make_interval(secs => ${maxClockSkew / 1000}) AS is_running
      ) current_window)
    RETURNING points`;
}

/** Deletes the windows that have ended. @returns how many */
export async function deleteExpiredRateLimits(): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({ where: { endsAt: { lt: new Date() } } });
  return count;
}

/** The request header in which our server puts the key of the client, replacing what the client sent. */
export const clientHeader = "x-att-client";

/**
 * Identifies a client for one day in place of its network address, which no other part of the service sees. Our server
 * puts it into the header `clientHeader`.
 * @param address of the socket; of an IPv6 address only the network (the first 64 bits) counts
 * @param day as `isoDay` returns it
 * @returns 64 hexadecimal digits
 */
export function clientKey(address: string, day = isoDay(new Date())): string {
  return Buffer.from(keyedHash(`client:${day}`, networkOf(address))).toString("hex");
}

function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [before = "", after] = plain.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after ? after.split(":") : [];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
