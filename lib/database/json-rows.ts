import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";

/** The rows of a query as a JSON array, in their order, so that one statement reads a thing with its lists. */
export const jsonRows = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(jsonb_agg(listed), '[]') FROM (${rows}) listed)`;

/** A time in JSON, which has no zone: ours are UTC. */
export const jsonTime = z.string().transform((text) => new Date(`${text}Z`));
