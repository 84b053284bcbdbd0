import { dateOf } from "@/lib/dates";
import { Prisma } from "@/prisma/generated/client";

// A role counts until somebody ends it, or its last day is over in London. Whoever reads roles reads them by one of these.

/** A filter for the roles that count now. */
export const liveGrants = (now = new Date()) =>
  ({ endedAt: null, OR: [{ lastDay: null }, { lastDay: { gte: dateOf(now) } }] }) satisfies Prisma.GrantWhereInput;

/** The same as a condition on the table `grants`. */
export const liveGrantSql = (now = new Date()): Prisma.Sql =>
  Prisma.sql`("endedAt" IS NULL AND ("lastDay" IS NULL OR "lastDay" >= ${dateOf(now)}::date))`;
