import { z } from "zod";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { isoDay, maxClockSkew } from "@/lib/dates";
import { keyedHash } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

// The table rate_limits is unlogged: prisma/migrations/20261130000700_unlogged_rate_limits.

/** How many tries in how many seconds. The window starts with the first try. */
export type Limit = { tries: number; seconds: number };

const quarterHour = 15 * 60;
export const limits = {
  "sign-in-address": { tries: 5, seconds: quarterHour },
  "sign-in-client": { tries: 20, seconds: quarterHour },
  "second-step": { tries: 6, seconds: quarterHour }, // right or wrong; three codes of a million are good at a time
  "provider-client": { tries: 20, seconds: quarterHour },
  "receipt-client": { tries: 10, seconds: quarterHour },
  complaint: { tries: 10, seconds: quarterHour },
  reaction: { tries: 200, seconds: quarterHour }, // a person who reads what they answer needs five seconds each
  draft: { tries: 400, seconds: quarterHour }, // by itself every few seconds of typing
  "new-participant": { tries: 300, seconds: quarterHour }, // a hall of people shares one network
  // beyond these, of people without an account on one network, each answer costs a puzzle
  "network-participants": { tries: 20, seconds: quarterHour },
  "network-reactions": { tries: 400, seconds: quarterHour },
  comment: { tries: 60, seconds: quarterHour }, // of an account
  "network-comments": { tries: 120, seconds: quarterHour },
  puzzle: { tries: 1, seconds: quarterHour }, // a solution counts once
  report: { tries: 20, seconds: quarterHour },
  "report-client": { tries: 20, seconds: quarterHour }, // of somebody new: a branch meeting shares one network
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/**
 * Counts one try and says whether it is still within the limit. Every instance counts on the same row.
 * @param subject whatever tells one client from another: only its keyed hash is kept, under a salt that changes daily
 */
export async function isWithinLimit(limitName: LimitName, subject: string): Promise<boolean> {
  const [row] = await runPrepared("limit", limitSql(limitName, subject));
  return isUnderLimit(limitName, pointsRow.parse(row).points);
}

const pointsRow = z.object({ points: z.number() });

/** Whether so many tries are within the limit. */
export const isUnderLimit = (limitName: LimitName, points: number) => points <= limits[limitName].tries;

/**
 * Counts one try, and gives the `points` so far: for a larger statement. By the database's clock, so that several
 * instances agree. A window that ends much too late began while that was wrong; one that ends a little later was begun
 * at the same moment by another connection.
 */
export function limitSql(limitName: LimitName, subject: string): Prisma.Sql {
  const key = keyedHash(`rate:${isoDay(new Date())}`, `${limitName}|${subject}`);
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

/** Forgets the windows that have ended. @returns how many */
export async function deleteExpiredRateLimits(): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({ where: { endsAt: { lt: new Date() } } });
  return count;
}

/** In which the front says who the client is, whatever the client itself put there. */
export const clientHeader = "x-att-client";

/**
 * Stands for a client for one day, in place of its network address, which no other part of ours sees. The front puts
 * it into the header `clientHeader`.
 * @param address of the socket; of an IPv6 address only the network (its first 64 bits) counts
 * @param day as isoDay gives it
 * @returns 64 hexadecimal figures
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
